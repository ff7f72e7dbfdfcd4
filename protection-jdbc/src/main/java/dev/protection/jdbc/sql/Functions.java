package dev.protection.jdbc.sql;

import java.util.Set;

/** Functions that need care. */
final class Functions {
    /** They run a text as SQL, or read a table whose name is a text. */
    static final Set<String> RUNS_TEXT = Keywords.words("""
            query_to_xml query_to_xmlschema query_to_xml_and_xmlschema cursor_to_xml table_to_xml table_to_xmlschema
            table_to_xml_and_xmlschema schema_to_xml schema_to_xml_and_xmlschema database_to_xml
            database_to_xml_and_xmlschema ts_stat ts_rewrite dblink dblink_exec dblink_open dblink_send_query xpath_table
            crosstab connectby link_schema linked_table""");

    private static final Set<String> AGGREGATES = Keywords.words("""
            count sum avg min max every any some bool_and bool_or bit_and bit_or bit_xor string_agg array_agg
            group_concat listagg json_agg jsonb_agg json_object_agg jsonb_object_agg json_arrayagg json_objectagg xmlagg
            stddev stddev_pop stddev_samp std variance var_pop var_samp corr covar_pop covar_samp regr_count regr_slope
            mode median percentile_cont percentile_disc any_value histogram envelope selectivity""");

    private Functions() {}

    static boolean aggregate(Expression.Call call) {
        return AGGREGATES.contains(call.function());
    }
}
