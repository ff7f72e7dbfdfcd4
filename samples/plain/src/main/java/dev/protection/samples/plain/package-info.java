/** The plain API in a main class. */
@NullMarked
package dev.protection.samples.plain;

import org.jspecify.annotations.NullMarked;
