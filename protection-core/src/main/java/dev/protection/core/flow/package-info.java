/**
 * How data flows. The engines never call each other; they meet here.
 */
@NullMarked
package dev.protection.core.flow;

import org.jspecify.annotations.NullMarked;
