/** Spring Data JDBC and Spring's transactions over protected tables. */
package dev.protection.spring.data;
