package dev.protection.jdbc.frameworks.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** SEQUENCE key, inserted in batches. */
@Entity
public class Remark {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remark")
    @SequenceGenerator(name = "remark", sequenceName = "remark_seq", allocationSize = 10)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable
    Member member;

    @Column(length = 4000)
    @Nullable
    String text;

    int weight;

    @Override
    public String toString() {
        return "Remark " + id + " " + text + " " + weight;
    }
}
