package dev.protection.spring.hotel;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface Guests extends JpaRepository<Guest, Long>, JpaSpecificationExecutor<Guest> {
    /** A part of the entity. */
    interface Named {
        Long getId();

        String getLastName();

        AddressPart getAddress();

        /** Nested. */
        interface AddressPart {
            String getTown();
        }
    }

    /** Made by a query's own constructor expression, or by the shape of a method's result. */
    record Card(Long id, String lastName, Level level) {}

    Optional<Guest> findByEmail(String email);

    Optional<Guest> findFirstByLastNameOrderByIdDesc(String lastName);

    Optional<Guest> findFirstByOrderByLastNameAscFirstNameAsc();

    List<Guest> findTop2ByLevelOrderByLastNameDescIdAsc(Level level);

    List<Guest> findByLastNameInOrderById(Collection<String> names);

    List<Guest> findByLastNameAndFirstName(String lastName, String firstName);

    List<Guest> findByLastNameOrEmailOrderById(String lastName, String email);

    List<Guest> findByLastNameNotOrderById(String lastName);

    List<Guest> findByEmailIsNull();

    List<Guest> findByEmailIsNotNullOrderById();

    List<Guest> findByBirthDateBetweenOrderById(LocalDate from, LocalDate until);

    List<Guest> findByAddressTownOrderById(String town);

    List<Guest> findByLastNameIgnoreCaseStartingWithOrderById(String start);

    List<Guest> findByLastName(String lastName, Sort sort, Limit limit);

    List<Guest> findByPhonesContaining(String phone);

    Page<Guest> findByLastNameStartingWith(String start, Pageable page);

    Slice<Guest> findByLevel(Level level, Pageable page);

    boolean existsByEmail(String email);

    boolean existsByLastNameAndLevel(String lastName, Level level);

    long countByLastName(String lastName);

    long countByLevelAndEmailIsNotNull(Level level);

    List<Named> findNamedByLevelOrderById(Level level);

    List<Card> findCardByLevelOrderById(Level level);

    <T> List<T> findByLastNameOrderById(String lastName, Class<T> shape);

    @Query("select new dev.protection.spring.hotel.Guests$Card(g.id, g.lastName, g.level) from Guest g"
            + " where g.lastName like concat(:start, '%') order by g.id")
    List<Card> cards(String start);

    @Query("select g.id as id, g.lastName as lastName from Guest g where g.email = :email")
    Optional<Named> named(String email);

    @Query("select g.level, count(g), max(g.id) from Guest g group by g.level having count(g) > 1 order by g.level")
    List<Object[]> levels();

    @Query("select g.lastName, count(g) from Guest g group by g.lastName")
    List<Object[]> names();

    @Query("select count(distinct g.lastName) from Guest g")
    long differentNames();

    @Query("select distinct s.guest from Stay s where s.room = :room")
    List<Guest> inRoom(String room);

    @Query("select g from Guest g join g.phones p where p = :phone")
    List<Guest> byPhone(String phone);

    @Query("select g from Guest g where exists (select s from Stay s where s.guest = g and s.room = :room)"
            + " and g.lastName <> :name")
    List<Guest> inRoomBut(String room, String name);

    @Query("select coalesce(g.email, 'none') from Guest g order by g.id")
    List<String> emails();

    @Query("select upper(g.lastName) from Guest g where g.id = :id")
    String upperName(Long id);

    @Query("select concat(g.firstName, ' ', g.lastName) from Guest g where g.id = :id")
    String fullName(Long id);

    @Query("select case when g.level = dev.protection.spring.hotel.Level.GOLD then g.lastName else 'guest' end"
            + " from Guest g order by g.id")
    List<String> labels();

    @Query(value = "SELECT * FROM guest WHERE last_name = :name AND gone = FALSE ORDER BY id", nativeQuery = true)
    List<Guest> natively(String name);

    @Query(
            value = "SELECT g.* FROM guest g WHERE g.level = :level",
            countQuery = "SELECT count(*) FROM guest g WHERE g.level = :level",
            nativeQuery = true)
    Page<Guest> nativePage(String level, Pageable page);

    @Query(value = "SELECT last_name FROM guest WHERE email = ?1", nativeQuery = true)
    String nativeName(String email);

    @Query("select g from Guest g where g.lastName = :name")
    Stream<Guest> stream(String name);

    @EntityGraph(attributePaths = {"stays", "address"})
    Optional<Guest> findWithStaysById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Guest> findLockedById(Long id);

    @Transactional
    @Modifying(clearAutomatically = true)
    @Query("update Guest g set g.level = :level where g.lastName = :name")
    int promote(String name, Level level);

    @Transactional
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("update Guest g set g.email = :email, g.version = g.version + 1 where g.id = :id")
    int move(Long id, String email);

    @Transactional
    @Modifying
    @Query(value = "UPDATE guest SET notes = :notes WHERE last_name = :name", nativeQuery = true)
    int note(String name, String notes);

    @Transactional
    long deleteByLastName(String lastName);
}
