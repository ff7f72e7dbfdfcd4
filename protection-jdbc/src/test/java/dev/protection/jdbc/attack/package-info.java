/** Tries to break what the library promises, on real databases: from beneath, from beside and by force. */
@NullMarked
package dev.protection.jdbc.attack;

import org.jspecify.annotations.NullMarked;
