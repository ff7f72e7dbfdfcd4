/** How access is decided: a policy compiled into bit sets, the tenant tree, and the bulk threshold. */
@NullMarked
package dev.protection.core.access;

import org.jspecify.annotations.NullMarked;
