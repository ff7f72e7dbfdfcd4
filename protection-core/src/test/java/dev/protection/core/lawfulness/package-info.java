@NullMarked
package dev.protection.core.lawfulness;

import org.jspecify.annotations.NullMarked;
