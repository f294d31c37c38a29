-- The officer's and the auditor's lists.
create index subject_request_by_state on subject_request (state, request_id);
