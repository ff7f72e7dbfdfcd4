/** Flyway and Liquibase over protected tables. */
package dev.protection.spring.migration;
