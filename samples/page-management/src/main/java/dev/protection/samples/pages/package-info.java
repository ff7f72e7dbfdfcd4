/** A product on Spring Boot: agencies and an enterprise with locations manage their pages and the people who write. */
@NullMarked
package dev.protection.samples.pages;

import org.jspecify.annotations.NullMarked;
