/** A web application with sign-in: contexts, permissions, events, the actuator. */
package dev.protection.spring.web;
