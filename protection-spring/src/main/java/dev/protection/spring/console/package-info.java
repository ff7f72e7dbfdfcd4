/** Pages for the data protection officer: persons and their rights, retention, findings, the log, the measures. */
@NullMarked
package dev.protection.spring.console;

import org.jspecify.annotations.NullMarked;
