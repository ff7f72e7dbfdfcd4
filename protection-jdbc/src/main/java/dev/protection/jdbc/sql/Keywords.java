package dev.protection.jdbc.sql;

import java.util.Set;

/** Words that cannot be names in some place, taken together over the dialects: what they exclude is refused. */
final class Keywords {
    /** Never a column, table or function without quotes. */
    static final Set<String> RESERVED = words("""
            select from where group having order limit offset fetch for union except intersect minus on using join
            inner left right full cross natural straight_join set values when then else end and or not xor between in
            is like ilike rlike regexp similar as into with returning window qualify collate case distinct all any
            some exists null default lock procedure use force ignore separator within filter over overriding partition
            tablesample escape isnull notnull div mod binary interval key""");

    /** Reserved elsewhere, but names in PostgreSQL, where a value is looked for. */
    static final Set<String> NOT_IN_POSTGRESQL = words("""
            key div mod use force ignore procedure separator qualify xor regexp rlike minus straight_join""");

    /** Never an alias without AS. */
    static final Set<String> NO_ALIAS = words("""
            select from where group having order limit offset fetch for union except intersect minus on using join
            inner left right full cross natural straight_join set values value when then else end and or not xor
            between in is like ilike rlike regexp similar as into with returning window qualify collate lock procedure
            use force ignore separator escape isnull notnull div mod partition tablesample system versioning duplicate
            at do overriding key over filter within asc desc nulls rows range groups absent""");

    /** Reserved, yet functions when a bracket follows. */
    static final Set<String> FUNCTIONS_TOO = words("""
            left right replace insert if mod truncate repeat date time timestamp values set user schema database
            format position grouping ignore isnull""");

    /** Types that may stand before a string to make a literal. */
    static final Set<String> LITERAL_TYPES = words("""
            date time timestamp timestamptz timetz interval bool boolean int int2 int4 int8 integer bigint smallint
            float4 float8 numeric decimal text char bpchar name uuid json jsonb xml point box lseg path polygon circle
            inet cidr macaddr bit varbit bytea money oid regclass tsquery tsvector line pg_lsn real jsonpath macaddr8
            int4range int8range numrange daterange tsrange tstzrange xid8 geometry""");

    /** Parts of a time. */
    static final Set<String> TIME_UNITS = words("year month day hour minute second");

    private Keywords() {}

    static Set<String> words(String list) {
        return Set.of(list.trim().split("\\s+"));
    }
}
