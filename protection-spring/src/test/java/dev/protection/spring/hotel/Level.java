package dev.protection.spring.hotel;

enum Level {
    SILVER,
    GOLD
}
