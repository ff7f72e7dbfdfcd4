/** The configuration: one grammar for YAML and JSON files, the profiles, and the reader of annotated classes. */
@NullMarked
package dev.protection.core.config;

import org.jspecify.annotations.NullMarked;
