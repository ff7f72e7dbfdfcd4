/** Real database servers for tests: at most one of each kind in a JVM, started when first asked for. */
@NullMarked
package dev.protection.testing.servers;

import org.jspecify.annotations.NullMarked;
