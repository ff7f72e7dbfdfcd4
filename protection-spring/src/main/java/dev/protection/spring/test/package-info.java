/** For the tests of applications. */
@NullMarked
package dev.protection.spring.test;

import org.jspecify.annotations.NullMarked;
