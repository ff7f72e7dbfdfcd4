/** An application that is processed ahead of time, and then started. */
package dev.protection.spring.ahead;
