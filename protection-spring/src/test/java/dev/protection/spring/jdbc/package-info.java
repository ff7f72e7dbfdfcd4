/** Data sources of every shape. */
package dev.protection.spring.jdbc;
