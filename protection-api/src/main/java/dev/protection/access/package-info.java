/**
 * Access: who may do what with which data, for which purpose and in which tenants (Art. 5(1)(b), 25(2), 29, 32(4) GDPR).
 */
@NullMarked
package dev.protection.access;

import org.jspecify.annotations.NullMarked;
