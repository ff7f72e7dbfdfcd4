/** Envelope encryption and the blind index: what is promised, and the ports to keys and their store. */
@NullMarked
package dev.protection.encryption;

import org.jspecify.annotations.NullMarked;
