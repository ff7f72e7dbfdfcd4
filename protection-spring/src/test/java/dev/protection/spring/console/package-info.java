/** The data protection officer's pages in an application of others. */
package dev.protection.spring.console;
