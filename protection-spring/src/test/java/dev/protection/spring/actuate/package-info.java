/** What the actuator shows when parts are down. */
package dev.protection.spring.actuate;
