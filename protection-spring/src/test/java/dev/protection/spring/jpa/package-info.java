/** What JPA, JdbcTemplate and Spring Data make of the library's answers. */
package dev.protection.spring.jpa;
