/** Measures the controls behind the declared text of measures, and judges each sentence by what was found. */
@NullMarked
package dev.protection.core.measures;

import org.jspecify.annotations.NullMarked;
