/** Tests of the audit log. */
@NullMarked
package dev.protection.core.audit;

import org.jspecify.annotations.NullMarked;
