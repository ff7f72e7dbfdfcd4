/** Says what is wrong when an application does not start because of the library, where, and what to do. */
@NullMarked
package dev.protection.spring.diagnostics;

import org.jspecify.annotations.NullMarked;
