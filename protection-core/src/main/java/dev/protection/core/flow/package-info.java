/**
 * How data flows: {@link dev.protection.core.flow.ProtectedWrite} and {@link dev.protection.core.flow.ProtectedRead}. The
 * engines never call each other; they meet here.
 */
@NullMarked
package dev.protection.core.flow;

import org.jspecify.annotations.NullMarked;
