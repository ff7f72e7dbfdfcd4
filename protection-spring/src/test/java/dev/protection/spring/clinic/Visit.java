package dev.protection.spring.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "visits")
class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "visit_date")
    LocalDate date;

    @Column(name = "description")
    String description;

    protected Visit() {}

    Visit(LocalDate date, String description) {
        this.date = date;
        this.description = description;
    }
}
