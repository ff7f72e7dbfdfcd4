package dev.protection.spring.clinic;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OwnerRepository extends JpaRepository<Owner, Integer> {
    Page<Owner> findByLastNameStartingWith(String start, Pageable page);

    List<Owner> findByLastName(String lastName);

    List<Owner> findByLastNameIgnoreCase(String lastName);

    List<Owner> findByLastNameStartingWithIgnoreCase(String start);

    List<Owner> findByLastNameContaining(String part);

    List<Owner> findByOrderByLastName();

    @Query("select distinct owner from Owner owner left join owner.pets where owner.lastName like :lastName%")
    Page<Owner> page(String lastName, Pageable page);

    @Query("select owner from Owner owner left join fetch owner.pets where owner.id = :id")
    Owner withPets(Integer id);

    long countByLastNameStartingWith(String start);

    boolean existsByTelephone(String telephone);
}
