/** Keeps the audit log: an append-only Merkle tree with signed checkpoints. */
@NullMarked
package dev.protection.core.audit;

import org.jspecify.annotations.NullMarked;
