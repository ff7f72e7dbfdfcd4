/** Tests of the configuration. */
@NullMarked
package dev.protection.core.config;

import org.jspecify.annotations.NullMarked;
