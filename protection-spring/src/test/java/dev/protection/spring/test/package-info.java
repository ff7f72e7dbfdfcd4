/** Tests of an application, as an application writes them. */
package dev.protection.spring.test;
