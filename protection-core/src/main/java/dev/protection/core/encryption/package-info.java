/** Envelope encryption: keys, cells and the blind index. The formats are fixed by {@code spec/envelope.md}. */
@NullMarked
package dev.protection.core.encryption;

import org.jspecify.annotations.NullMarked;
