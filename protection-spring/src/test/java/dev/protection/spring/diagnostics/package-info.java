/** Starts that fail, and what is said about them. */
package dev.protection.spring.diagnostics;
