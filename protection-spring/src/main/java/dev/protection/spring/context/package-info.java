/** Binds contexts to threads: for annotated methods, for work in which nobody is signed in, over executors. */
@NullMarked
package dev.protection.spring.context;

import org.jspecify.annotations.NullMarked;
