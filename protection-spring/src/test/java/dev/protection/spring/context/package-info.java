/** Contexts over threads. */
package dev.protection.spring.context;
