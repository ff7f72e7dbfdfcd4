package dev.protection.spring.data;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table
record Person(@Id Long id, String clientId, String fullName, String email, String city) {}
