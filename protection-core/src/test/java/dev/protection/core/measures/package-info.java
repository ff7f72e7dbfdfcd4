@NullMarked
package dev.protection.core.measures;

import org.jspecify.annotations.NullMarked;
