/** Spring Security: who acts, may he, and what became of his sign-in. */
@NullMarked
package dev.protection.spring.security;

import org.jspecify.annotations.NullMarked;
