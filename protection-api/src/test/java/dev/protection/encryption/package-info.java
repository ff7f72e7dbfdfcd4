/** Tests of the words of encryption. */
@NullMarked
package dev.protection.encryption;

import org.jspecify.annotations.NullMarked;
