/** Tests of the audit vocabulary. */
@NullMarked
package dev.protection.audit;

import org.jspecify.annotations.NullMarked;
