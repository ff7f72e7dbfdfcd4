/** What stands before the product: databases, sign-in, and invented people. */
@NullMarked
package dev.protection.samples.pages.start;

import org.jspecify.annotations.NullMarked;
