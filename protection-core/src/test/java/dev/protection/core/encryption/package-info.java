@NullMarked
package dev.protection.core.encryption;

import org.jspecify.annotations.NullMarked;
