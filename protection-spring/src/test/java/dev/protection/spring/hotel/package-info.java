/** An application with most of what Spring Data JPA and Hibernate offer, run beside itself without the library. */
package dev.protection.spring.hotel;
