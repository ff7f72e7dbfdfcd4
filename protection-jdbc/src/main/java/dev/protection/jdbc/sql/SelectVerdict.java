package dev.protection.jdbc.sql;

/**
 * Which parts of a SELECT may be noticed when they run.
 *
 * @param conditions WHERE, ON and HAVING
 * @param list the select list
 * @param rest everything else
 */
record SelectVerdict(Verdict conditions, Verdict list, Verdict rest) {
    static final SelectVerdict QUIET = new SelectVerdict(Verdict.QUIET, Verdict.QUIET, Verdict.QUIET);
    static final SelectVerdict LOUD = new SelectVerdict(Verdict.LOUD, Verdict.LOUD, Verdict.LOUD);

    Verdict whole() {
        return conditions.and(list).and(rest);
    }

    SelectVerdict and(SelectVerdict other) {
        return new SelectVerdict(conditions.and(other.conditions), list.and(other.list), rest.and(other.rest));
    }
}
