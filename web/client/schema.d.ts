// Generated from the server's OpenAPI document by `npm run client`. Do not edit.

export interface paths {
    "/api/access/csrf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Csrf
         * @description Set the CSRF cookie a page needs before it can post.
         */
        get: operations["anjie_access_api_csrf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/demo-sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demo Sign Ins
         * @description The demo world's sign-ins; an empty list outside demo mode.
         */
        get: operations["anjie_access_api_demo_sign_ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * First Open
         * @description Whether the first administrator is still to be made.
         */
        get: operations["anjie_access_api_first_open"];
        put?: never;
        /**
         * Make First
         * @description Make the first administrator; refused for good once there is an account.
         */
        post: operations["anjie_access_api_make_first"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Sign in by user name and password; ``key`` serves a mini-program as its bearer.
         */
        post: operations["anjie_access_api_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out
         * @description End this session.
         */
        post: operations["anjie_access_api_sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is signed in, in which membership, and what it may do.
         */
        get: operations["anjie_access_api_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch
         * @description Make another of one's own memberships the active one; 0 is oneself, as a party.
         */
        post: operations["anjie_access_api_switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Change one's own password.
         */
        post: operations["anjie_access_api_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/lookups/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up Members
         * @description Colleagues within reach, to be chosen by name.
         */
        get: operations["anjie_access_api_look_up_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/lookups/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up Units
         * @description Our units within reach, as a tree.
         */
        get: operations["anjie_access_api_look_up_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/lookups/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up Clients
         * @description The clients this membership serves, or the mediation institutions within reach.
         */
        get: operations["anjie_access_api_look_up_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description Accounts within reach by kind, role, state and text.
         */
        get: operations["anjie_access_api_admin_list_accounts"];
        put?: never;
        /**
         * Create Account
         * @description Create an account; the answer holds its first password, shown once.
         */
        post: operations["anjie_access_api_admin_create_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Account
         * @description One account with its memberships.
         */
        get: operations["anjie_access_api_admin_one_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit Account
         * @description Change an account's name, staff number or mobile.
         */
        patch: operations["anjie_access_api_admin_edit_account"];
        trace?: never;
    };
    "/api/access/accounts/{account_id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Account Held
         * @description What it holds, asked before it is disabled.
         */
        get: operations["anjie_access_api_admin_account_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{account_id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Give a new first password, shown once.
         */
        post: operations["anjie_access_api_admin_reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{account_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable Account
         * @description Disable an account and hand over what it holds in the same transaction.
         */
        post: operations["anjie_access_api_admin_disable_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{account_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Account
         * @description Let it sign in again.
         */
        post: operations["anjie_access_api_admin_enable_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{account_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Post
         * @description Give it another membership.
         */
        post: operations["anjie_access_api_admin_give_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/posts/{membership_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit Post
         * @description Change a membership's reach, clients, or whether it is active.
         */
        patch: operations["anjie_access_api_admin_edit_post"];
        trace?: never;
    };
    "/api/access/deeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deeds
         * @description Every deed a role can hold.
         */
        get: operations["anjie_access_api_admin_list_deeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description Every role.
         */
        get: operations["anjie_access_api_admin_list_roles"];
        put?: never;
        /**
         * Create Role
         * @description Add a role.
         */
        post: operations["anjie_access_api_admin_create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Role
         * @description Delete a role nobody has.
         */
        delete: operations["anjie_access_api_admin_delete_role"];
        options?: never;
        head?: never;
        /**
         * Edit Role
         * @description Change what a role may do, with effect on the next request.
         */
        patch: operations["anjie_access_api_admin_edit_role"];
        trace?: never;
    };
    "/api/access/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Organisations
         * @description Our units within reach, clients and institutions, in tree order.
         */
        get: operations["anjie_access_api_admin_list_organisations"];
        put?: never;
        /**
         * Create Organisation
         * @description Add an organisation.
         */
        post: operations["anjie_access_api_admin_create_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Organisation
         * @description Delete an organisation on which nothing hangs.
         */
        delete: operations["anjie_access_api_admin_delete_organisation"];
        options?: never;
        head?: never;
        /**
         * Edit Organisation
         * @description Change an organisation, or move it under another parent; refused where ``version`` is stale.
         */
        patch: operations["anjie_access_api_admin_edit_organisation"];
        trace?: never;
    };
    "/api/access/institution-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bindable Accounts
         * @description Enterprise accounts that may be bound to an institution.
         */
        get: operations["anjie_access_api_admin_bindable_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/organisations/{organisation_id}/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind Account
         * @description Bind an enterprise's own account to its first-level institution.
         */
        post: operations["anjie_access_api_admin_bind_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/organisations/{organisation_id}/unbind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unbind Account
         * @description Undo the binding of an institution and its account.
         */
        post: operations["anjie_access_api_admin_unbind_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Addresses
         * @description From which addresses staff may work, and the address this request came from.
         */
        get: operations["anjie_access_api_admin_list_addresses"];
        put?: never;
        /**
         * Put Addresses
         * @description Set the list of a role, of a membership, or of everybody.
         */
        post: operations["anjie_access_api_admin_put_addresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/addresses/{list_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Addresses
         * @description Take a list away.
         */
        delete: operations["anjie_access_api_admin_remove_addresses"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ways In
         * @description Which ways in lead somewhere.
         */
        get: operations["anjie_access_api_door_ways_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Code
         * @description Send a code to a number; the answer is the same whether anybody has it or not.
         */
        post: operations["anjie_access_api_door_send_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In By Code
         * @description Sign in by number and code; 409 ``access.not_registered`` brings a ticket to register with.
         */
        post: operations["anjie_access_api_door_sign_in_by_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/register/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Person
         * @description Register a person and sign in.
         */
        post: operations["anjie_access_api_door_register_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/register/enterprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Enterprise
         * @description Register an enterprise and sign in; its licence picture follows by ``POST /files/licence``.
         */
        post: operations["anjie_access_api_door_register_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Profile
         * @description One's own facts.
         */
        get: operations["anjie_access_api_door_own_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit Profile
         * @description Change one's own facts; what is left out stays. An institution's are refused where ``version`` is stale.
         */
        patch: operations["anjie_access_api_door_edit_profile"];
        trace?: never;
    };
    "/api/access/profile/mobile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Mobile
         * @description Move one's account to another number, proved by a code of purpose ``mobile``.
         */
        post: operations["anjie_access_api_door_change_mobile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/wechat/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In By Wechat
         * @description Sign in with the code of ``wx.login``; 409 ``access.wechat_unbound`` brings a ticket for the next step.
         */
        post: operations["anjie_access_api_door_sign_in_by_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/wechat/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind By Phone
         * @description Bind the WeChat user of a ticket to the account of his number, made when there is none, and sign in.
         */
        post: operations["anjie_access_api_door_bind_by_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/wechat/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind Wechat
         * @description Bind this phone's WeChat to one's own account.
         */
        post: operations["anjie_access_api_door_bind_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/wechat/unbind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unbind Wechat
         * @description Undo the binding of one's own account.
         */
        post: operations["anjie_access_api_door_unbind_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Sign In
         * @description A QR that lets a signed-in phone sign this browser in.
         */
        post: operations["anjie_access_api_door_show_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Bind
         * @description A QR by which a phone offers its WeChat user to the account signed in here.
         */
        post: operations["anjie_access_api_door_show_bind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scan State
         * @description How far this browser's scan is: waiting, seen, confirmed, refused, used, expired; ask every two seconds.
         */
        get: operations["anjie_access_api_door_scan_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter By Scan
         * @description Sign in this browser after a phone confirmed its QR.
         */
        post: operations["anjie_access_api_door_enter_by_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/bind/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Bind
         * @description Say yes on this page to the WeChat user who scanned its QR.
         */
        post: operations["anjie_access_api_door_finish_bind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/{key}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look At Scan
         * @description What the phone shows before it answers: which browser, which check number.
         */
        post: operations["anjie_access_api_door_look_at_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/{key}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Scan
         * @description Let that browser sign in as the account of this phone, or not.
         */
        post: operations["anjie_access_api_door_answer_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/scan/{key}/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer Wechat
         * @description Offer this phone's WeChat user (the code of ``wx.login``) to the account whose page shows the QR.
         */
        post: operations["anjie_access_api_door_offer_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Case Page
         * @description Everything the case page shows besides the timeline and the tabs' content.
         */
        get: operations["anjie_desk_api_case_case_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description What happened, newest first; ``kind`` narrows to chips, ``contact_point`` to one number's history.
         */
        get: operations["anjie_desk_api_case_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/shared-debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shared
         * @description The other cases of the same person that the viewer may see, with sums.
         */
        get: operations["anjie_desk_api_case_shared"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/contact-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Contact Point
         * @description Put a phone, address or mail on the case.
         */
        post: operations["anjie_desk_api_case_add_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/contact-points/{point_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Contact Point
         * @description Change whose it is, the relation or the label.
         */
        post: operations["anjie_desk_api_case_edit_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/contact-points/{point_id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Contact Point
         * @description Mark it valid, invalid, refused or a stranger's, not to be contacted, or agreed outside the hours.
         */
        post: operations["anjie_desk_api_case_mark_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/contact-points/{point_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Contact Point
         * @description The whole number, address or mail, for this once and on the record.
         */
        post: operations["anjie_desk_api_case_reveal_contact_point"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/parties/{party_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Party Id
         * @description The whole ID number of a party, for this once and on the record.
         */
        post: operations["anjie_desk_api_case_reveal_party_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/facts/{code}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Fact
         * @description The whole value of a sealed fact (``id_no``, ``card_no``, a number answered to a form), for this once and on the record.
         */
        post: operations["anjie_desk_api_case_reveal_fact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/custom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Custom
         * @description Change custom information; one wrong value refuses them all.
         */
        post: operations["anjie_desk_api_case_edit_custom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trail
         * @description What was done outside any case, newest first.
         */
        get: operations["anjie_desk_api_case_trail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/trail/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Trail
         * @description Prove timelines and trail whole, or name the first broken link.
         */
        post: operations["anjie_desk_api_case_verify_trail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/moves/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Many
         * @description Make one move on many cases; the refused ones come back with their reasons, the others have moved.
         */
        post: operations["anjie_desk_api_list_move_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/{case_id}/moves/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move One
         * @description Make one move; the answer is the case's row as it is now.
         */
        post: operations["anjie_desk_api_list_move_one"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/colour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Colour
         * @description Put a colour on one case or many; a blank one takes it off.
         */
        post: operations["anjie_desk_api_list_colour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/cases/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tag
         * @description Add and remove tags on one case or many.
         */
        post: operations["anjie_desk_api_list_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Palette
         * @description The first cases within reach that a name or number finds, for the search box; posted, so no name is in an address.
         */
        post: operations["anjie_desk_api_list_palette"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Up Number
         * @description The cases within reach behind a whole number; every look-up is on the record.
         */
        post: operations["anjie_desk_api_list_look_up_number"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved Views
         * @description One's own views of a page, and those others share.
         */
        get: operations["anjie_desk_api_list_saved_views"];
        put?: never;
        /**
         * Save View
         * @description Keep a new view.
         */
        post: operations["anjie_desk_api_list_save_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete View
         * @description Forget one's own view.
         */
        delete: operations["anjie_desk_api_list_delete_view"];
        options?: never;
        head?: never;
        /**
         * Change View
         * @description Change one's own view; what is left out stays.
         */
        patch: operations["anjie_desk_api_list_change_view"];
        trace?: never;
    };
    "/api/desk/preferences/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preference
         * @description What this person kept under the key.
         */
        get: operations["anjie_desk_api_list_preference"];
        /**
         * Keep Preference
         * @description Keep a value under the key; nothing forgets it.
         */
        put: operations["anjie_desk_api_list_keep_preference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pickers
         * @description What the pickers of a line's list offer, limited to reach.
         */
        get: operations["anjie_desk_api_list_pickers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Upload
         * @description Begin a resumable upload; what cannot be taken is refused before the first byte.
         */
        post: operations["anjie_services_files_api_begin_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/uploads/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Upload State
         * @description How far the upload is: go on from ``received``.
         */
        get: operations["anjie_services_files_api_upload_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Append Piece
         * @description Send the next piece as the plain body, beginning at ``offset``.
         */
        patch: operations["anjie_services_files_api_append_piece"];
        trace?: never;
    };
    "/api/files/uploads/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Upload
         * @description Give up an upload.
         */
        post: operations["anjie_services_files_api_cancel_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/uploads/{token}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Upload
         * @description Put the uploaded file on a case, when hash and type agree.
         */
        post: operations["anjie_services_files_api_finish_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Licence
         * @description The picture of one's own licence.
         */
        get: operations["anjie_services_files_api_open_licence"];
        put?: never;
        /**
         * Show Licence
         * @description Put the picture of one's own licence, in place of the one before.
         */
        post: operations["anjie_services_files_api_show_licence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/licence/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About Licence
         * @description Whether and since when one shows a licence.
         */
        get: operations["anjie_services_files_api_about_licence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/institutions/{organisation_id}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * About Licence Of
         * @description Whether and since when an institution's account shows a licence.
         */
        get: operations["anjie_services_files_api_about_licence_of"];
        put?: never;
        /**
         * Show Licence Of
         * @description Put the picture of an institution's licence; its own account shows the same.
         */
        post: operations["anjie_services_files_api_show_licence_of"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/institutions/{organisation_id}/licence/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Licence Of
         * @description The picture of an institution's licence.
         */
        get: operations["anjie_services_files_api_open_licence_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files Of Case
         * @description The files of a case, newest first.
         */
        get: operations["anjie_services_files_api_files_of_case"];
        put?: never;
        /**
         * Add File
         * @description Put a small file on a case in one request.
         */
        post: operations["anjie_services_files_api_add_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/cases/{case_id}/offline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Offline
         * @description Put on record a file that stays elsewhere.
         */
        post: operations["anjie_services_files_api_add_offline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/cases/{case_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link To All
         * @description A link that downloads all files (of one kind) as a ZIP.
         */
        post: operations["anjie_services_files_api_link_to_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/cases/{case_id}/{file_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link To File
         * @description A link that shows or downloads one file.
         */
        post: operations["anjie_services_files_api_link_to_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/cases/{case_id}/{file_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete File
         * @description Take a file off the case, with a reason, on the record.
         */
        post: operations["anjie_services_files_api_delete_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/file/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open File
         * @description The bytes behind a link, whole or by Range.
         */
        get: operations["anjie_services_files_api_open_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/archive/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Archive
         * @description All files behind an archive link as one streamed ZIP.
         */
        get: operations["anjie_services_files_api_open_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kinds
         * @description The kinds of sheet this person may import; with a client, the fields it declares among the columns.
         */
        get: operations["anjie_services_sheets_importing_api_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description The history of imports, newest first.
         */
        get: operations["anjie_services_sheets_importing_api_history"];
        put?: never;
        /**
         * Upload
         * @description Upload a workbook; it is read in the background, progress comes on ``import:<id>``.
         */
        post: operations["anjie_services_sheets_importing_api_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description An import with its mapping and faults.
         */
        get: operations["anjie_services_sheets_importing_api_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/peek": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Peek
         * @description The first rows, each column with what it is taken for.
         */
        get: operations["anjie_services_sheets_importing_api_peek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remap
         * @description Read again with another mapping, sheet or header row.
         */
        post: operations["anjie_services_sheets_importing_api_remap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit
         * @description Confirm: the good rows land in the background, all or none.
         */
        post: operations["anjie_services_sheets_importing_api_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Cancel before it has landed.
         */
        post: operations["anjie_services_sheets_importing_api_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Take back what nobody has worked on since; the rest is listed with the reason.
         */
        post: operations["anjie_services_sheets_importing_api_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/imports/{import_id}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marked
         * @description The same workbook with the bad cells marked and the reasons in notes.
         */
        get: operations["anjie_services_sheets_importing_api_marked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/forms/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Form
         * @description An empty workbook with the client's headers.
         */
        get: operations["anjie_services_sheets_importing_api_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mappings
         * @description Saved mappings.
         */
        get: operations["anjie_services_sheets_importing_api_mappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/mappings/{mapping_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Mapping
         * @description Delete a saved mapping.
         */
        delete: operations["anjie_services_sheets_importing_api_delete_mapping"];
        options?: never;
        head?: never;
        /**
         * Change Mapping
         * @description Rename a saved mapping, or make it the usual one.
         */
        patch: operations["anjie_services_sheets_importing_api_change_mapping"];
        trace?: never;
    };
    "/api/sheets/mappings/{mapping_id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Form Of Mapping
         * @description An empty workbook with the headers of a saved mapping.
         */
        get: operations["anjie_services_sheets_importing_api_form_of_mapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Announcements
         * @description What I should read, unread first.
         */
        get: operations["anjie_office_api_announcements"];
        put?: never;
        /**
         * Publish
         * @description Publish to some units or to everyone.
         */
        post: operations["anjie_office_api_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/announcements/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Published
         * @description Every announcement that stands, for those who publish them.
         */
        get: operations["anjie_office_api_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/announcements/{announcement_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Withdraw an announcement.
         */
        post: operations["anjie_office_api_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/announcements/{announcement_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description Say that I have read it.
         */
        post: operations["anjie_office_api_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/announcements/{announcement_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts
         * @description Who has read it and who has not.
         */
        get: operations["anjie_office_api_receipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/toolbox/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attribution
         * @description Where a number was issued and by whom.
         */
        post: operations["anjie_office_api_attribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/toolbox/id-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Id Check
         * @description Whether an ID number can be right.
         */
        post: operations["anjie_office_api_id_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/toolbox/capitals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capitals
         * @description An amount in Chinese capitals.
         */
        post: operations["anjie_office_api_capitals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/toolbox/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Interest
         * @description Simple interest between two days.
         */
        post: operations["anjie_office_api_interest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/toolbox/instalments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Instalments
         * @description A plan of monthly payments.
         */
        post: operations["anjie_office_api_instalments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description What the gate would say of this contact; nothing is stored.
         */
        post: operations["anjie_services_contact_api_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attempts
         * @description What was asked of the gate on a case, newest first.
         */
        get: operations["anjie_services_contact_api_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Packs
         * @description Every rule pack, newest day first.
         */
        get: operations["anjie_services_contact_api_packs"];
        put?: never;
        /**
         * Add Pack
         * @description A new version in force from today or later on.
         */
        post: operations["anjie_services_contact_api_add_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/packs/{pack_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Pack
         * @description Another text of a version whose day has not come.
         */
        post: operations["anjie_services_contact_api_change_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/packs/{pack_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Pack
         * @description Take back a version whose day has not come.
         */
        post: operations["anjie_services_contact_api_withdraw_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact/judge-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Again
         * @description A past day's attempts judged again by the rules of that day.
         */
        post: operations["anjie_services_contact_api_judge_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Notices
         * @description One's own notices, unread first, then newest first.
         */
        get: operations["anjie_services_notices_api_own_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries
         * @description What left the house or should: by channel, state and template.
         */
        get: operations["anjie_services_notices_api_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/deliveries/{delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description Queue a failed or only recorded delivery once more.
         */
        post: operations["anjie_services_notices_api_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template Rows
         * @description Every template with what the vendors call it.
         */
        get: operations["anjie_services_notices_api_template_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/templates/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Name Template
         * @description Enter what the vendors call a template.
         */
        put: operations["anjie_services_notices_api_name_template"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/wanted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wanted Templates
         * @description The WeChat templates a phone may ask consent for.
         */
        get: operations["anjie_services_notices_api_wanted_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consent
         * @description Count what ``wx.requestSubscribeMessage`` brought: one message for each accepted template.
         */
        post: operations["anjie_services_notices_api_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read One
         * @description Mark one as read.
         */
        post: operations["anjie_services_notices_api_read_one"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All
         * @description Mark all as read.
         */
        post: operations["anjie_services_notices_api_read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases
         * @description One page of the placements within reach, with count and sums of all that is filtered.
         */
        get: operations["anjie_lines_recovery_placement_api_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description The same list asked in a body.
         */
        post: operations["anjie_lines_recovery_placement_api_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Batches
         * @description One page of batches with counts and amounts.
         */
        get: operations["anjie_lines_recovery_placement_api_list_batches"];
        put?: never;
        /**
         * Create Batch
         * @description Make an empty batch.
         */
        post: operations["anjie_lines_recovery_placement_api_create_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batch
         * @description One batch.
         */
        get: operations["anjie_lines_recovery_placement_api_batch"];
        put?: never;
        post?: never;
        /**
         * Delete Batch
         * @description Delete a batch while it is empty.
         */
        delete: operations["anjie_lines_recovery_placement_api_delete_batch"];
        options?: never;
        head?: never;
        /**
         * Change Batch
         * @description Change a batch; what is left out stays.
         */
        patch: operations["anjie_lines_recovery_placement_api_change_batch"];
        trace?: never;
    };
    "/api/recovery/batches/{batch_id}/moves/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Batch
         * @description Pause, resume or close all cases of a batch; the refused ones come back with their reasons.
         */
        post: operations["anjie_lines_recovery_placement_api_move_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contracts
         * @description Every client with its settings and custom fields.
         */
        get: operations["anjie_lines_recovery_placement_api_contract_list_contracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/contracts/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Contract
         * @description Change a client's settings.
         */
        patch: operations["anjie_lines_recovery_placement_api_contract_change_contract"];
        trace?: never;
    };
    "/api/recovery/contracts/{client_id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare Field
         * @description Declare a custom field.
         */
        post: operations["anjie_lines_recovery_placement_api_contract_declare_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/contracts/{client_id}/fields/{field_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop Field
         * @description Stop declaring a field; values cases hold stay.
         */
        delete: operations["anjie_lines_recovery_placement_api_contract_drop_field"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Records
         * @description Work records within reach, filtered, newest first, with totals.
         */
        get: operations["anjie_lines_recovery_work_api_list_records"];
        put?: never;
        /**
         * Record Work
         * @description Record a contact or a note; a contact the gate refuses answers 409 with the rule, the count and the end.
         */
        post: operations["anjie_lines_recovery_work_api_record_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/records/{record_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete Record
         * @description Take a record out of sight; the deletion and its reason stay on the timeline.
         */
        post: operations["anjie_lines_recovery_work_api_delete_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Results
         * @description The tree of results for a client; ``everything`` shows retired ones and all clients' branches too.
         */
        get: operations["anjie_lines_recovery_work_api_list_results"];
        put?: never;
        /**
         * Add Result
         * @description A new result.
         */
        post: operations["anjie_lines_recovery_work_api_add_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/results/{result_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Result
         * @description Another label, letter, place or use of a result; only what is sent changes.
         */
        post: operations["anjie_lines_recovery_work_api_change_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Promises
         * @description Promises to pay, the first due on top, with sums by state.
         */
        get: operations["anjie_lines_recovery_work_api_list_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/promises/{promise_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Promise
         * @description Take back an open promise.
         */
        post: operations["anjie_lines_recovery_work_api_cancel_promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans
         * @description One's own plans, newest first; all, the committed, or those that were only looked at.
         */
        get: operations["anjie_lines_recovery_assignment_api_plans"];
        put?: never;
        /**
         * Plan
         * @description Preview who would get what; no case changes until it is committed.
         */
        post: operations["anjie_lines_recovery_assignment_api_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/plans/{plan_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plan Lines
         * @description The planned cases with why each goes to its collector.
         */
        get: operations["anjie_lines_recovery_assignment_api_plan_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct
         * @description Put planned cases to another collector; their persons' other cases go along unless said otherwise.
         */
        patch: operations["anjie_lines_recovery_assignment_api_correct"];
        trace?: never;
    };
    "/api/recovery/assignment/plans/{plan_id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit
         * @description Give the cases out as planned, once; what changed since the preview is left out and named.
         */
        post: operations["anjie_lines_recovery_assignment_api_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/collectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collectors
         * @description Whom one may assign to, with what each holds now.
         */
        get: operations["anjie_lines_recovery_assignment_api_collectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description Who held a case from when to when.
         */
        get: operations["anjie_lines_recovery_assignment_api_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules
         * @description The rules of automatic assignment, in the order in which they are asked.
         */
        get: operations["anjie_lines_recovery_assignment_api_rules"];
        put?: never;
        /**
         * Make Rule
         * @description Add a rule.
         */
        post: operations["anjie_lines_recovery_assignment_api_make_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/assignment/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Rule
         * @description Remove a rule.
         */
        delete: operations["anjie_lines_recovery_assignment_api_delete_rule"];
        options?: never;
        head?: never;
        /**
         * Change Rule
         * @description Change a rule; what is left out stays.
         */
        patch: operations["anjie_lines_recovery_assignment_api_change_rule"];
        trace?: never;
    };
    "/api/recovery/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payments
         * @description Repayments within reach by client, day, region, collector, batch; with totals of all that is filtered.
         */
        get: operations["anjie_lines_recovery_payment_api_list_payments"];
        put?: never;
        /**
         * Enter Repayment
         * @description Count one repayment on a case; an equal one on the same day must be said to be another.
         */
        post: operations["anjie_lines_recovery_payment_api_enter_repayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Payments
         * @description The same list asked in a body, so that a name typed into the search stands in no address.
         */
        post: operations["anjie_lines_recovery_payment_api_search_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse
         * @description Take repayments back with a reason; those that cannot be are named.
         */
        post: operations["anjie_lines_recovery_payment_api_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Claims
         * @description Claimed payments within reach, newest first, with how many wait.
         */
        get: operations["anjie_lines_recovery_payment_api_list_claims"];
        put?: never;
        /**
         * Claim
         * @description Register that the debtor says he has paid.
         */
        post: operations["anjie_lines_recovery_payment_api_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/claims/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Many
         * @description Answer many claims alike; those that cannot be answered are named.
         */
        post: operations["anjie_lines_recovery_payment_api_answer_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/claims/{claim_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description Say whether the bank has the money; confirming counts it unless it is counted already.
         */
        post: operations["anjie_lines_recovery_payment_api_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/claims/{claim_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take back one's own claim while it waits.
         */
        post: operations["anjie_lines_recovery_payment_api_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reconciliations
         * @description Reconciliations of the clients within reach, newest first.
         */
        get: operations["anjie_lines_recovery_payment_api_list_reconciliations"];
        put?: never;
        /**
         * Reconcile Rows
         * @description Hold rows of a client's list for a period against ours.
         */
        post: operations["anjie_lines_recovery_payment_api_reconcile_rows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reconciliations/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reconcile File
         * @description Hold a client's workbook (.xlsx, .xls, .csv) for a period against ours.
         */
        post: operations["anjie_lines_recovery_payment_api_reconcile_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reconciliations/{reconciliation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliation
         * @description One reconciliation with what each cause explains.
         */
        get: operations["anjie_lines_recovery_payment_api_reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reconciliations/{reconciliation_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliation Lines
         * @description Its lines: pairs and differences, by cause.
         */
        get: operations["anjie_lines_recovery_payment_api_reconciliation_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/payments/reconciliations/{reconciliation_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Reconciliation
         * @description Say that every difference was dealt with.
         */
        post: operations["anjie_lines_recovery_payment_api_close_reconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Due
         * @description Cases whose term ends soon or is over, the nearest first.
         */
        get: operations["anjie_lines_recovery_term_api_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Cases
         * @description Give placements back to the client, one or many; those that cannot go are named.
         */
        post: operations["anjie_lines_recovery_term_api_return_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returned
         * @description The client's return sheet: what went back, with what came of the work.
         */
        get: operations["anjie_lines_recovery_term_api_returned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/retain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retain
         * @description Keep placements for another term, whether or not it was asked.
         */
        post: operations["anjie_lines_recovery_term_api_retain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/retentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retentions
         * @description Retentions asked and decided.
         */
        get: operations["anjie_lines_recovery_term_api_retentions"];
        put?: never;
        /**
         * Ask
         * @description Ask to keep a placement; the case's clerk is told.
         */
        post: operations["anjie_lines_recovery_term_api_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/retentions/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Grant or decline what was asked, one or many.
         */
        post: operations["anjie_lines_recovery_term_api_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/retentions/{retention_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take back what one asked while nobody has decided.
         */
        post: operations["anjie_lines_recovery_term_api_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/terms/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pauses
         * @description Every pause of a case: why, from when to when, by whom, and what it moved.
         */
        get: operations["anjie_lines_recovery_term_api_pauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Kinds
         * @description The kinds of disputes to choose from.
         */
        get: operations["anjie_lines_mediation_application_api_list_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Institutions
         * @description The mediation institutions an application may go to.
         */
        get: operations["anjie_lines_mediation_application_api_list_institutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/forms/for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Form For
         * @description The form a role fills in for a kind of dispute.
         */
        get: operations["anjie_lines_mediation_application_api_form_for"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Forms
         * @description Every form, the newest version of each first.
         */
        get: operations["anjie_lines_mediation_application_api_list_forms"];
        put?: never;
        /**
         * Draft Form
         * @description Keep the next version of a form as a draft.
         */
        post: operations["anjie_lines_mediation_application_api_draft_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/forms/{form_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Form
         * @description Put a draft in use.
         */
        post: operations["anjie_lines_mediation_application_api_publish_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Cases
         * @description The cases of whoever is signed in as himself.
         */
        get: operations["anjie_lines_mediation_application_api_my_cases"];
        put?: never;
        /**
         * Begin
         * @description Begin a draft.
         */
        post: operations["anjie_lines_mediation_application_api_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Case
         * @description One case as its party sees it.
         */
        get: operations["anjie_lines_mediation_application_api_my_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Fill
         * @description Keep what was filled in so far.
         */
        patch: operations["anjie_lines_mediation_application_api_fill"];
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description Hand the application in; it locks.
         */
        post: operations["anjie_lines_mediation_application_api_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take the application back.
         */
        post: operations["anjie_lines_mediation_application_api_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description The respondent's facts and opinion.
         */
        post: operations["anjie_lines_mediation_application_api_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases
         * @description One page of the disputes within reach, with count and sums of all that is filtered.
         */
        get: operations["anjie_lines_mediation_application_api_cases"];
        put?: never;
        /**
         * Enter
         * @description Take down an application at the desk; it is submitted at once.
         */
        post: operations["anjie_lines_mediation_application_api_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description The same list asked in a body.
         */
        post: operations["anjie_lines_mediation_application_api_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * To Amend
         * @description What was sent back with its remarks, to be amended at the desk.
         */
        get: operations["anjie_lines_mediation_application_api_to_amend"];
        put?: never;
        /**
         * Amend
         * @description Change what was sent back and hand it in again, for an applicant without an account.
         */
        post: operations["anjie_lines_mediation_application_api_amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Application
         * @description One application whole.
         */
        get: operations["anjie_lines_mediation_application_api_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Files
         * @description One's own files on one's own case.
         */
        get: operations["anjie_lines_mediation_application_api_evidence_own_files"];
        put?: never;
        /**
         * Begin
         * @description Begin a resumable upload; what cannot be taken is refused before the first byte.
         */
        post: operations["anjie_lines_mediation_application_api_evidence_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/uploads/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Upload State
         * @description How far the upload is: go on from ``received``.
         */
        get: operations["anjie_lines_mediation_application_api_evidence_upload_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Append Piece
         * @description Send the next piece as the plain body, beginning at ``offset``.
         */
        patch: operations["anjie_lines_mediation_application_api_evidence_append_piece"];
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/files/{token}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish
         * @description Put the uploaded file on the case, when hash and type agree.
         */
        post: operations["anjie_lines_mediation_application_api_evidence_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/files/{file_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content
         * @description One of one's own files.
         */
        get: operations["anjie_lines_mediation_application_api_evidence_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/files/{file_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Off
         * @description Take one of one's own files off the case.
         */
        post: operations["anjie_lines_mediation_application_api_evidence_take_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Party
         * @description One more applicant or respondent, while the case is reviewed or asked.
         */
        post: operations["anjie_lines_mediation_parties_api_add_party"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/parties/{party_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Party Leaves
         * @description Let a party go before the case is mediated; it goes on with the others.
         */
        post: operations["anjie_lines_mediation_parties_api_party_leaves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/parties/{party_id}/leave-mediation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Party Leaves Mediation
         * @description Let a party go while the case is mediated, by its mediator.
         */
        post: operations["anjie_lines_mediation_parties_api_party_leaves_mediation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer
         * @description Say for oneself whether one will mediate.
         */
        post: operations["anjie_lines_mediation_consent_api_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consent
         * @description Both sides with every time they were asked.
         */
        get: operations["anjie_lines_mediation_consent_api_consent"];
        put?: never;
        /**
         * Take Down
         * @description Take down what a party said.
         */
        post: operations["anjie_lines_mediation_consent_api_take_down"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/consent/permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Permit
         * @description Ask the contact gate before calling a party.
         */
        post: operations["anjie_lines_mediation_consent_api_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/consent/robot/{party_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Robot
         * @description Stop the robot and ask the party oneself.
         */
        post: operations["anjie_lines_mediation_consent_api_stop_robot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/consent/robot-calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Conversation
         * @description What was said in one call of the robot; the reading is on the case's record.
         */
        post: operations["anjie_lines_mediation_consent_api_read_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/consent/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consent Settings
         * @description How each institution asks for consent.
         */
        get: operations["anjie_lines_mediation_consent_api_consent_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/consent/settings/{institution_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Consent
         * @description Set how an institution asks for consent.
         */
        put: operations["anjie_lines_mediation_consent_api_set_consent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mediators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mediators
         * @description The library sorted by load; for a case with who fits and what stands against each.
         */
        get: operations["anjie_lines_mediation_mediators_api_list_mediators"];
        put?: never;
        /**
         * Create Mediator
         * @description Add a mediator with his account.
         */
        post: operations["anjie_lines_mediation_mediators_api_create_mediator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mediators/{mediator_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Mediator
         * @description Change what is known of a mediator.
         */
        patch: operations["anjie_lines_mediation_mediators_api_change_mediator"];
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/mediators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appointments
         * @description Who mediates or mediated the case.
         */
        get: operations["anjie_lines_mediation_mediators_api_appointments"];
        put?: never;
        /**
         * Appoint
         * @description Give the case its mediators, or further ones.
         */
        post: operations["anjie_lines_mediation_mediators_api_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/mediators/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace
         * @description Let another mediator take the place of one.
         */
        post: operations["anjie_lines_mediation_mediators_api_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/mediators/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Take the case, declaring that nothing stands against it.
         */
        post: operations["anjie_lines_mediation_mediators_api_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/mediators/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Not take the case: a conflict of interest, or another reason.
         */
        post: operations["anjie_lines_mediation_mediators_api_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Records
         * @description What the mediators noted, the latest first.
         */
        get: operations["anjie_lines_mediation_session_api_list_records"];
        put?: never;
        /**
         * Add Record
         * @description Note progress, a problem or a session.
         */
        post: operations["anjie_lines_mediation_session_api_add_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct Facts
         * @description Correct what the case is about, with the reason.
         */
        patch: operations["anjie_lines_mediation_session_api_correct_facts"];
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description The bookings of a case with their online meetings and recordings.
         */
        get: operations["anjie_lines_mediation_session_api_list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/sessions/{booking_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter Link
         * @description Put in the link of a meeting one opened oneself; it goes to all.
         */
        post: operations["anjie_lines_mediation_session_api_enter_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/sessions/{booking_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Again
         * @description Ask the vendor once more for a meeting that could not be made.
         */
        post: operations["anjie_lines_mediation_session_api_make_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Recording
         * @description Where a recording plays now; the viewing is on the case's record.
         */
        post: operations["anjie_lines_mediation_session_api_open_recording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Offers
         * @description Offers and concessions, for the case's mediators alone.
         */
        get: operations["anjie_lines_mediation_session_api_list_offers"];
        put?: never;
        /**
         * Take Down Offer
         * @description Take down an offer, a concession or a limit.
         */
        post: operations["anjie_lines_mediation_session_api_take_down_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/offers/{offer_id}/disclose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disclose Offer
         * @description Show an offer to one party.
         */
        post: operations["anjie_lines_mediation_session_api_disclose_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/offers/{offer_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Offer
         * @description Mark an offer as taken back.
         */
        post: operations["anjie_lines_mediation_session_api_withdraw_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Extension
         * @description The term, and the extensions asked for.
         */
        get: operations["anjie_lines_mediation_session_api_show_extension"];
        put?: never;
        /**
         * Ask Extension
         * @description Ask for a longer term; the administrator decides.
         */
        post: operations["anjie_lines_mediation_session_api_ask_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/clock/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Clock
         * @description Pause the term from today on, for a reason that decides whether its days count.
         */
        post: operations["anjie_lines_mediation_session_api_stop_clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/clock/go-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let Clock Go On
         * @description The clock runs again; the term has moved by the days it stood still.
         */
        post: operations["anjie_lines_mediation_session_api_let_clock_go_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/offline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offline Catalogue
         * @description Audio, video and papers that are kept offline, by words.
         */
        get: operations["anjie_lines_mediation_session_api_offline_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Sessions
         * @description When and where to come, or by which link.
         */
        get: operations["anjie_lines_mediation_session_api_mine_my_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Offers
         * @description The offers that were shown to whoever is signed in.
         */
        get: operations["anjie_lines_mediation_session_api_mine_my_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/offers/{offer_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Offer
         * @description Accept, decline or counter an offer that was shown to whoever is signed in.
         */
        post: operations["anjie_lines_mediation_session_api_mine_answer_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rooms
         * @description The joint room, and the private rooms one is in.
         */
        get: operations["mediator_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/rooms/{room}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description What was said in a room.
         */
        get: operations["mediator_messages"];
        put?: never;
        /**
         * Say
         * @description Say something to the audience one was shown.
         */
        post: operations["mediator_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/rooms/{room}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say With File
         * @description Send a file to the audience one was shown.
         */
        post: operations["mediator_say_with_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/rooms/{room}/messages/{message_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Message File
         * @description The file of a message.
         */
        get: operations["mediator_message_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/rooms/{room}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Seen
         * @description Note how far one has read.
         */
        post: operations["mediator_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rooms
         * @description The joint room, and the private rooms one is in.
         */
        get: operations["party_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/rooms/{room}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description What was said in a room.
         */
        get: operations["party_messages"];
        put?: never;
        /**
         * Say
         * @description Say something to the audience one was shown.
         */
        post: operations["party_say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/rooms/{room}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say With File
         * @description Send a file to the audience one was shown.
         */
        post: operations["party_say_with_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/rooms/{room}/messages/{message_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Message File
         * @description The file of a message.
         */
        get: operations["party_message_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/rooms/{room}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Seen
         * @description Note how far one has read.
         */
        post: operations["party_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/typical-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Typical Cases
         * @description The library by kind and words of the title.
         */
        get: operations["anjie_lines_mediation_library_api_list_typical_cases"];
        put?: never;
        /**
         * Add Typical Case
         * @description Put a typical case into the library.
         */
        post: operations["anjie_lines_mediation_library_api_add_typical_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/typical-cases/{pk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Typical Case
         * @description One typical case.
         */
        get: operations["anjie_lines_mediation_library_api_typical_case"];
        put?: never;
        post?: never;
        /**
         * Remove Typical Case
         * @description Take a typical case out of the library.
         */
        delete: operations["anjie_lines_mediation_library_api_remove_typical_case"];
        options?: never;
        head?: never;
        /**
         * Change Typical Case
         * @description Change a typical case.
         */
        patch: operations["anjie_lines_mediation_library_api_change_typical_case"];
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alike
         * @description The typical cases most like a case at hand.
         */
        get: operations["anjie_lines_mediation_library_api_alike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Closing
         * @description How the closing of a case stands, what was agreed and found, what may be done now.
         */
        get: operations["anjie_lines_mediation_closing_api_closing"];
        put?: never;
        /**
         * Ask
         * @description Ask for the case to be closed.
         */
        post: operations["anjie_lines_mediation_closing_api_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What the checker finds on an agreement that is being written; nothing is kept.
         */
        post: operations["anjie_lines_mediation_closing_api_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Agree to close; the papers of the outcome are made.
         */
        post: operations["anjie_lines_mediation_closing_api_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Back
         * @description Let the case go on being mediated.
         */
        post: operations["anjie_lines_mediation_closing_api_send_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete
         * @description Every paper is signed: close the case.
         */
        post: operations["anjie_lines_mediation_closing_api_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/court": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File With Court
         * @description The parties have asked the court to confirm.
         */
        post: operations["anjie_lines_mediation_closing_api_file_with_court"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/closing/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Court Bundle Link
         * @description A link to the papers for judicial confirmation with the evidence that was chosen.
         */
        post: operations["anjie_lines_mediation_closing_api_court_bundle_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/closing/bundle/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Court Bundle
         * @description The bundle behind its link.
         */
        get: operations["anjie_lines_mediation_closing_api_court_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Papers
         * @description The papers of a case that its party may read, and which wait for his signature.
         */
        get: operations["anjie_lines_mediation_closing_api_my_papers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/papers/{paper_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Paper
         * @description One of these papers.
         */
        get: operations["anjie_lines_mediation_closing_api_my_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Archive
         * @description What the file holds and lacks, and every step to the archive so far.
         */
        get: operations["anjie_lines_mediation_archive_api_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/cases/{case_id}/archive/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bundle Link
         * @description A link to the whole archived file.
         */
        post: operations["anjie_lines_mediation_archive_api_bundle_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/archive/bundle/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bundle
         * @description The bundle behind its link.
         */
        get: operations["anjie_lines_mediation_archive_api_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/mine/{case_id}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Ratings
         * @description The mediators of a party's case, what it said of each, and whether it still may.
         */
        get: operations["anjie_lines_mediation_ratings_api_own_ratings"];
        put?: never;
        /**
         * Rate
         * @description Rate a mediator of one's case.
         */
        post: operations["anjie_lines_mediation_ratings_api_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/ratings/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Mediator
         * @description What parties said of the mediator who is signed in.
         */
        get: operations["anjie_lines_mediation_ratings_api_of_mediator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ratings
         * @description Every rating within reach; the days are those on which the mediators were appointed.
         */
        get: operations["anjie_lines_mediation_ratings_api_list_ratings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ranking
         * @description Everybody by score, of the cases appointed in the period.
         */
        get: operations["anjie_lines_mediation_ranking_api_ranking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/ranking/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Weights
         * @description Every set of weights, the latest first.
         */
        get: operations["anjie_lines_mediation_ranking_api_weights"];
        put?: never;
        /**
         * Set Weights
         * @description Put a set of weights in force from a day on.
         */
        post: operations["anjie_lines_mediation_ranking_api_set_weights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mediation/ranking/weights/{weights_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw Weights
         * @description Take back a set whose day has not come.
         */
        delete: operations["anjie_lines_mediation_ranking_api_withdraw_weights"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Complaints
         * @description Complaints on cases within reach, the latest first.
         */
        get: operations["anjie_lines_recovery_quality_api_list_complaints"];
        put?: never;
        /**
         * Record Complaint
         * @description Put a complaint on a case; its steps and their days follow from its severity.
         */
        post: operations["anjie_lines_recovery_quality_api_record_complaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/complaints/{complaint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Complaint
         * @description One complaint with its steps.
         */
        get: operations["anjie_lines_recovery_quality_api_one_complaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/complaints/{complaint_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Step
         * @description Another step, due so many working days from today.
         */
        post: operations["anjie_lines_recovery_quality_api_add_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/complaints/steps/{step_id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Step
         * @description A step is done, and how.
         */
        post: operations["anjie_lines_recovery_quality_api_finish_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/complaints/{complaint_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description All steps are done: the complaint ends with measures and result.
         */
        post: operations["anjie_lines_recovery_quality_api_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendar Year
         * @description Every day of a year: worked or not, why, and whether anybody has published it.
         */
        get: operations["anjie_services_terms_api_calendar_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Calendar Days
         * @description Set days as worked or off over what is published.
         */
        post: operations["anjie_services_terms_api_set_calendar_days"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/calendar/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear Calendar Days
         * @description Let what is published hold again.
         */
        post: operations["anjie_services_terms_api_clear_calendar_days"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/calendar-add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Working Day After
         * @description The day that lies so many working days after a day.
         */
        get: operations["anjie_services_terms_api_working_day_after"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/calendar-between": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Working Days Between
         * @description The number of working days after one day up to and including another.
         */
        get: operations["anjie_services_terms_api_working_days_between"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/pause-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pause Reasons
         * @description The reasons for which a term of a line is paused, and whether its clock stands still.
         */
        get: operations["anjie_services_terms_api_list_pause_reasons"];
        put?: never;
        /**
         * Add Pause Reason
         * @description Offer a new reason.
         */
        post: operations["anjie_services_terms_api_add_pause_reason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/pause-reasons/{reason_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Pause Reason
         * @description Rename a reason, say whether the clock stands still, or offer it no more.
         */
        patch: operations["anjie_services_terms_api_change_pause_reason"];
        trace?: never;
    };
    "/api/recovery/work/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Late
         * @description What is late by the clients' limits, within reach; ``totals`` counts every kind.
         */
        get: operations["anjie_lines_recovery_work_api_team_list_late"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Queue
         * @description One's own open cases in working order, with why each stands where it stands.
         */
        get: operations["anjie_lines_recovery_work_api_team_own_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Team
         * @description One row per collector in reach; the period (this month without one) is of money and promises.
         */
        get: operations["anjie_lines_recovery_work_api_team_see_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/team/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See Behind
         * @description The cases behind a figure of the team view.
         */
        get: operations["anjie_lines_recovery_work_api_team_see_behind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Materials
         * @description Requests for materials within reach, the waiting ones first.
         */
        get: operations["anjie_lines_recovery_work_api_team_list_materials"];
        put?: never;
        /**
         * Ask Material
         * @description Ask the case's clerk for materials.
         */
        post: operations["anjie_lines_recovery_work_api_team_ask_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/materials/{request_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Material
         * @description Answer with words, files of the case, or both.
         */
        post: operations["anjie_lines_recovery_work_api_team_answer_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/materials/{request_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Material
         * @description Say why the materials cannot be had.
         */
        post: operations["anjie_lines_recovery_work_api_team_decline_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/materials/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Material
         * @description Take back one's own request.
         */
        post: operations["anjie_lines_recovery_work_api_team_withdraw_material"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Instructions
         * @description Instructions within reach, those owed first.
         */
        get: operations["anjie_lines_recovery_work_api_team_list_instructions"];
        put?: never;
        /**
         * Instruct
         * @description Instruct who works a case, with an answer owed by a day.
         */
        post: operations["anjie_lines_recovery_work_api_team_instruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/instructions/{instruction_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Instruction
         * @description Answer an instruction given to oneself.
         */
        post: operations["anjie_lines_recovery_work_api_team_answer_instruction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/joint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Helpers
         * @description Who helps on a case now.
         */
        get: operations["anjie_lines_recovery_work_api_team_helpers"];
        put?: never;
        /**
         * Ask For Help
         * @description Ask a colleague to help on a case; he may then see it and write records.
         */
        post: operations["anjie_lines_recovery_work_api_team_ask_for_help"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/joint/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Colleagues
         * @description Who may be asked to help on a case.
         */
        get: operations["anjie_lines_recovery_work_api_team_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recovery/work/joint/{holding_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Help
         * @description End a help.
         */
        post: operations["anjie_lines_recovery_work_api_team_end_help"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exporters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exporters
         * @description The lists this person may take out, with the columns offered to him.
         */
        get: operations["anjie_services_sheets_exporting_api_exporters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Exports
         * @description One's own exports, newest first.
         */
        get: operations["anjie_services_sheets_exporting_api_own_exports"];
        put?: never;
        /**
         * Ask
         * @description Have a list written in the background; progress comes on ``export:<id>``.
         */
        post: operations["anjie_services_sheets_exporting_api_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approvals
         * @description Exports that wait for this person's decision, then those he has decided.
         */
        get: operations["anjie_services_sheets_exporting_api_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One
         * @description One export, with the link while there is a file.
         */
        get: operations["anjie_services_sheets_exporting_api_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/{export_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Stop one's own export.
         */
        post: operations["anjie_services_sheets_exporting_api_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/{export_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Let a large export be written.
         */
        post: operations["anjie_services_sheets_exporting_api_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/{export_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Turn a large export down, saying why.
         */
        post: operations["anjie_services_sheets_exporting_api_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/exports/{export_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download
         * @description The finished file; every download is on the trail.
         */
        get: operations["anjie_services_sheets_exporting_api_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/column-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Column Sets
         * @description One's own saved choices of columns for a list.
         */
        get: operations["anjie_services_sheets_exporting_api_column_sets"];
        put?: never;
        /**
         * Save Columns
         * @description Keep a choice of columns; the same name again replaces it.
         */
        post: operations["anjie_services_sheets_exporting_api_save_columns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/column-sets/{set_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Columns
         * @description Forget one's own choice of columns.
         */
        delete: operations["anjie_services_sheets_exporting_api_delete_columns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Layouts
         * @description The forms of the clients within reach; with ``versions`` those that were replaced or retired too.
         */
        get: operations["anjie_services_sheets_exporting_api_list_layouts"];
        put?: never;
        /**
         * Save Layout
         * @description Give a client's form; the same name again is its next version.
         */
        post: operations["anjie_services_sheets_exporting_api_save_layout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/layouts/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Layout Kinds
         * @description The lists a form can be made for, with their placeholders.
         */
        get: operations["anjie_services_sheets_exporting_api_layout_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/layouts/{layout_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Layout
         * @description The form as it was given.
         */
        get: operations["anjie_services_sheets_exporting_api_download_layout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/layouts/{layout_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Layout
         * @description Offer a form no more; exports written in it stay.
         */
        post: operations["anjie_services_sheets_exporting_api_retire_layout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Home
         * @description What I hold, the last six months, and what needs me today.
         */
        get: operations["anjie_insight_api_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/recovered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recovered
         * @description Repayments that count in a period, by day, month, year, batch, rate, client, unit, collector or region.
         */
        get: operations["anjie_insight_api_recovered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches
         * @description Recovery percent by batch.
         */
        get: operations["anjie_insight_api_batches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/collectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collectors
         * @description Work progress by collector.
         */
        get: operations["anjie_insight_api_collectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/vintage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vintage
         * @description Cumulative recovery of what was placed in a month or a batch, month by month since then.
         */
        get: operations["anjie_insight_api_vintage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Performance
         * @description What each person, team, branch or company was given, did and recovered in a period.
         */
        get: operations["anjie_insight_api_performance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Weekly
         * @description What was returned, recalled and settled in the week of a day, by client and batch.
         */
        get: operations["anjie_insight_api_weekly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints
         * @description Complaints received in a period, by month, client, person or severity.
         */
        get: operations["anjie_insight_api_complaints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insight/mediation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mediation
         * @description What was filed in a period and how it went, by month, kind, institution or source.
         */
        get: operations["anjie_insight_api_mediation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Links Of Case
         * @description The mediations of a recovery case, or the recovery case behind a mediation.
         */
        get: operations["anjie_linkage_api_links_of_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places
         * @description Where cases may be sent and as what.
         */
        get: operations["anjie_linkage_api_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Choices To Send
         * @description What is chosen from when this case is sent.
         */
        get: operations["anjie_linkage_api_choices_to_send"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send To Mediation
         * @description Send a recovery case to mediation, with other debts of the same debtor where chosen.
         */
        post: operations["anjie_linkage_api_send_to_mediation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}/sent-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sent Back
         * @description What the institution sent back, with its remarks.
         */
        get: operations["anjie_linkage_api_sent_back"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend Sent
         * @description Word anew what was sent back, and hand it in again.
         */
        post: operations["anjie_linkage_api_amend_sent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/cases/{case_id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Back
         * @description Take back what was sent before the institution files it.
         */
        post: operations["anjie_linkage_api_take_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Many
         * @description Send many cases in the background.
         */
        post: operations["anjie_linkage_api_send_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/linkage/sendings/{sending_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sending
         * @description How far it is, and of each refused case why.
         */
        get: operations["anjie_linkage_api_sending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Backups
         * @description The backups there are and how each went.
         */
        get: operations["config_backup_api_list_backups"];
        put?: never;
        /**
         * Ask For Backup
         * @description Begin a backup in the background.
         */
        post: operations["config_backup_api_ask_for_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Doctor
         * @description What is well with the installation and what is not, each vendor's port included.
         */
        get: operations["config_api_system_doctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approvals
         * @description What I asked, and what I may decide.
         */
        get: operations["anjie_services_approvals_api_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{approval_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Grant or decline; each kind names the permission it takes.
         */
        post: operations["anjie_services_approvals_api_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{approval_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take back what I asked while nobody has decided.
         */
        post: operations["anjie_services_approvals_api_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rooms
         * @description Every room within reach, those out of use too.
         */
        get: operations["anjie_services_bookings_api_list_rooms"];
        put?: never;
        /**
         * Add Room
         * @description Add a room.
         */
        post: operations["anjie_services_bookings_api_add_room"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/rooms/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Room
         * @description Change a room, or take it out of use.
         */
        put: operations["anjie_services_bookings_api_change_room"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/rooms/{room_id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Days
         * @description Shut a room for some days.
         */
        post: operations["anjie_services_bookings_api_close_days"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/closures/{closure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Reopen Days
         * @description Open a room again on days it was shut for.
         */
        delete: operations["anjie_services_bookings_api_reopen_days"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Day Grid
         * @description A day's rooms with open spans and bookings.
         */
        get: operations["anjie_services_bookings_api_day_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/free": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Free Rooms
         * @description Rooms free for the whole of a time.
         */
        get: operations["anjie_services_bookings_api_free_rooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book
         * @description Book a room for a case, or an online session.
         */
        post: operations["anjie_services_bookings_api_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{booking_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Put a booking to another time or room.
         */
        post: operations["anjie_services_bookings_api_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{booking_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Give a slot back.
         */
        post: operations["anjie_services_bookings_api_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines
         * @description The lines that have papers, with their kinds and outcomes.
         */
        get: operations["anjie_services_papers_api_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts
         * @description Every fact a line's templates may name, with the text to write in Word.
         */
        get: operations["anjie_services_papers_api_facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description Every template with its versions.
         */
        get: operations["anjie_services_papers_api_list_templates"];
        put?: never;
        /**
         * Add Template
         * @description A new template.
         */
        post: operations["anjie_services_papers_api_add_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Template
         * @description What a Word file says and what is wrong with it, nothing saved.
         */
        post: operations["anjie_services_papers_api_check_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{template_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Template
         * @description A newer version of a template.
         */
        post: operations["anjie_services_papers_api_renew_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Template
         * @description Change what a template is for, or take it out of use.
         */
        put: operations["anjie_services_papers_api_change_template"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/versions/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version File
         * @description A version's Word file as it was uploaded.
         */
        get: operations["anjie_services_papers_api_version_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/templates/versions/{version_id}/preview/{case_id}/{as_what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Version
         * @description A version filled with a real case, nothing saved.
         */
        get: operations["anjie_services_papers_api_preview_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Papers Of Case
         * @description The papers of a case, and what can be made for it.
         */
        get: operations["anjie_services_papers_api_papers_of_case"];
        put?: never;
        /**
         * Produce
         * @description Make the papers of an outcome, or one.
         */
        post: operations["anjie_services_papers_api_produce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{paper_id}/remake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remake
         * @description Make a paper again with the facts as they are now.
         */
        post: operations["anjie_services_papers_api_remake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{paper_id}/final": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finalise
         * @description Fix a draft.
         */
        post: operations["anjie_services_papers_api_finalise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{paper_id}/signed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signed On Paper
         * @description The paper was signed by hand; its scan lies among the case's files.
         */
        post: operations["anjie_services_papers_api_signed_on_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{paper_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Paper
         * @description A link that opens a paper's file.
         */
        post: operations["anjie_services_papers_api_open_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/file/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paper File
         * @description The bytes behind a paper's link.
         */
        get: operations["anjie_services_papers_api_paper_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Persons
         * @description Personal users by name, whole number, state, how they registered, and whether WeChat is bound.
         */
        get: operations["anjie_services_people_api_list_persons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Enterprises
         * @description Enterprise users by name, code, who stands for it, and how the review stands.
         */
        get: operations["anjie_services_people_api_list_enterprises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/enterprises/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One Enterprise
         * @description One enterprise with the last decision on it.
         */
        get: operations["anjie_services_people_api_one_enterprise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/enterprises/{account_id}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Enterprise Licence
         * @description The picture of its licence; looking is on the record.
         */
        get: operations["anjie_services_people_api_open_enterprise_licence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/enterprises/{account_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Enterprise
         * @description Pass its registration, or return it with remarks.
         */
        post: operations["anjie_services_people_api_verify_enterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/cases/{case_id}/parties/{party_id}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Licence On Case
         * @description The licence of an enterprise that takes part in a case; looking is on the case's timeline.
         */
        get: operations["anjie_services_people_api_open_licence_on_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/own-standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own Standing
         * @description How one's own registration as an enterprise stands.
         */
        get: operations["anjie_services_people_api_own_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/verification-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verification Policy
         * @description Whether an enterprise that was not reviewed may apply.
         */
        get: operations["anjie_services_people_api_verification_policy"];
        put?: never;
        /**
         * Set Verification Policy
         * @description Say whether an enterprise that was not reviewed may apply.
         */
        post: operations["anjie_services_people_api_set_verification_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offers Of Paper
         * @description How far a paper's signing is.
         */
        get: operations["anjie_services_signing_api_offers_of_paper"];
        put?: never;
        /**
         * Offer Paper
         * @description Offer a final paper to its signers; their links are shown this once.
         */
        post: operations["anjie_services_signing_api_offer_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/offers/{offer_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Offer
         * @description Take a paper back from its signers.
         */
        post: operations["anjie_services_signing_api_stop_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/signers/{signer_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Link
         * @description A new link for one signer.
         */
        post: operations["anjie_services_signing_api_renew_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/signers/{signer_id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Link
         * @description Send one signer a new link by short message.
         */
        post: operations["anjie_services_signing_api_send_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/papers/{paper_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Candidates
         * @description The parties who may be asked to sign a paper, with the mobiles the case has of them.
         */
        get: operations["anjie_services_signing_api_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mine
         * @description What waits for my own signature.
         */
        get: operations["anjie_services_signing_api_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/mine/{signer_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Own Link
         * @description A link to what waits for my own signature.
         */
        post: operations["anjie_services_signing_api_own_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/link/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Link
         * @description What waits behind a link.
         */
        post: operations["anjie_services_signing_api_open_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/link/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Code
         * @description Send a code to the mobile the link is bound to.
         */
        post: operations["anjie_services_signing_api_send_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/link/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description Prove the mobile by the code.
         */
        post: operations["anjie_services_signing_api_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/link/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Page
         * @description One page of the paper as a picture.
         */
        post: operations["anjie_services_signing_api_page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signing/link/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign
         * @description Sign what was shown.
         */
        post: operations["anjie_services_signing_api_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** OkOut */
        OkOut: {
            /**
             * Ok
             * @default true
             */
            ok: boolean;
        };
        /** DemoSignInOut */
        DemoSignInOut: {
            /** Username */
            username: string;
            /** Password */
            password: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            /** Unit */
            unit: string;
        };
        /** FirstOut */
        FirstOut: {
            /** Open */
            open: boolean;
        };
        /**
         * FirstIn
         * @description The same with a password of one's own; the key is the one in the server's log.
         */
        FirstIn: {
            /** Company */
            company: string;
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Staff No */
            staff_no: string;
            /** Key */
            key: string;
            /** Password */
            password: string;
        };
        /** AccountOut */
        AccountOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Staff No */
            staff_no: string | null;
            /** Kind */
            kind: string;
            /** Mobile */
            mobile: string;
            /** Must Change Password */
            must_change_password: boolean;
        };
        /** MeOut */
        MeOut: {
            account: components["schemas"]["AccountOut"];
            membership: components["schemas"]["MembershipOut"];
            /** Memberships */
            memberships: components["schemas"]["MembershipOut"][];
            /** Permissions */
            permissions: string[];
            /** Watermark */
            watermark: string;
            /** Demo */
            demo: boolean;
            /** Idle Minutes */
            idle_minutes: number;
        };
        /**
         * MembershipOut
         * @description One of the account's memberships; id 0 is the account itself, acting as a party.
         */
        MembershipOut: {
            /** Id */
            id: number;
            /** Label */
            label: string;
            /** Role */
            role: string;
            /** Role Name */
            role_name: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** Reach */
            reach: string;
        };
        /** SessionOut */
        SessionOut: {
            /** Key */
            key: string;
            me: components["schemas"]["MeOut"];
        };
        /** SignInIn */
        SignInIn: {
            /** Username */
            username: string;
            /** Password */
            password: string;
        };
        /** SwitchIn */
        SwitchIn: {
            /** Membership */
            membership: number | 0;
        };
        /** PasswordIn */
        PasswordIn: {
            /** Old */
            old: string;
            /** New */
            new: string;
        };
        /**
         * LookupOut
         * @description Something to choose by name; ``note`` tells two of the same name apart.
         */
        LookupOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Children
             * @default []
             */
            children: components["schemas"]["LookupOut"][];
        };
        /** AccountPageOut */
        AccountPageOut: {
            /** Rows */
            rows: components["schemas"]["AccountRowOut"][];
            /** Count */
            count: number;
        };
        /** AccountRowOut */
        AccountRowOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Username */
            username: string;
            /** Staff No */
            staff_no: string | null;
            /** Name */
            name: string;
            /** Mobile */
            mobile: string;
            /** Active */
            active: boolean;
            /** Must Change Password */
            must_change_password: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /** Posts */
            posts: components["schemas"]["PostOut"][];
        };
        /** PostOut */
        PostOut: {
            /** Id */
            id: number;
            /** Role Id */
            role_id: number;
            /** Role */
            role: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** Reach */
            reach: string;
            /** Reach Label */
            reach_label: string;
            /** Clients */
            clients: number[] | null;
            /** Active */
            active: boolean;
        };
        /** FirstPasswordOut */
        FirstPasswordOut: {
            /** Id */
            id: number;
            /** Password */
            password: string;
        };
        /** AccountIn */
        AccountIn: {
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Staff No */
            staff_no?: string | null;
            /**
             * Mobile
             * @default
             */
            mobile: string;
            /**
             * Kind
             * @default staff
             * @enum {string}
             */
            kind: "staff" | "person" | "enterprise";
            /** Posts */
            posts: components["schemas"]["PostIn"][];
        };
        /** PostIn */
        PostIn: {
            /** Role */
            role: number;
            /** Unit */
            unit: number;
            /**
             * Reach
             * @default own
             * @enum {string}
             */
            reach: "own" | "team" | "branch" | "company" | "all";
            /** Clients */
            clients?: number[] | null;
        };
        /** AccountEditIn */
        AccountEditIn: {
            /** Name */
            name?: string | null;
            /** Staff No */
            staff_no?: string | null;
            /** Mobile */
            mobile?: string | null;
        };
        /** HeldOut */
        HeldOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
        };
        /** DisabledOut */
        DisabledOut: {
            /** Moved */
            moved: {
                [key: string]: number;
            };
        };
        /** DisableIn */
        DisableIn: {
            /** Why */
            why: string;
            /**
             * Hand Over To
             * @default []
             */
            hand_over_to: number[];
        };
        /** PostEditIn */
        PostEditIn: {
            /**
             * Reach
             * @enum {string}
             */
            reach: "own" | "team" | "branch" | "company" | "all";
            /** Clients */
            clients?: number[] | null;
            /**
             * Active
             * @default true
             */
            active: boolean;
        };
        /** DeedOut */
        DeedOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Group */
            group: string;
        };
        /** RoleOut */
        RoleOut: {
            /** Id */
            id: number;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Deeds */
            deeds: string[];
            /** Is Shipped */
            is_shipped: boolean;
            /** Note */
            note: string;
            /** Holders */
            holders: number;
        };
        /** RoleIn */
        RoleIn: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Deeds */
            deeds: string[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** RoleEditIn */
        RoleEditIn: {
            /** Name */
            name: string;
            /** Deeds */
            deeds: string[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** BoundAccountOut */
        BoundAccountOut: {
            /** Id */
            id: number;
            /** Username */
            username: string;
            /** Mobile */
            mobile: string;
            /** Is Active */
            is_active: boolean;
        };
        /** OrganisationOut */
        OrganisationOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Parent Id */
            parent_id: number | null;
            /** Path */
            path: string;
            /** Is Active */
            is_active: boolean;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Address */
            address: string;
            /** Note */
            note: string;
            /** Version */
            version: number;
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string;
            account: components["schemas"]["BoundAccountOut"] | null;
            /** Members */
            members: number;
            /**
             * Editable
             * @description within the reach of whoever asks, who may manage organisations
             */
            editable: boolean;
        };
        /** OrganisationIn */
        OrganisationIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "company" | "branch" | "department" | "team" | "client" | "institution";
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Parent */
            parent?: number | null;
            /**
             * Contact Name
             * @default
             */
            contact_name: string;
            /**
             * Contact Phone
             * @default
             */
            contact_phone: string;
            /**
             * Credit Code
             * @default
             */
            credit_code: string;
            /**
             * Legal Representative
             * @default
             */
            legal_representative: string;
            /**
             * Address
             * @default
             */
            address: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * OrganisationEditIn
         * @description What is left out stays; ``version`` is the one that was read, so that nobody's edit is lost unseen.
         */
        OrganisationEditIn: {
            /** Version */
            version: number;
            /** Name */
            name?: string | null;
            /** Parent */
            parent?: number | null;
            /** Contact Name */
            contact_name?: string | null;
            /** Contact Phone */
            contact_phone?: string | null;
            /** Credit Code */
            credit_code?: string | null;
            /** Legal Representative */
            legal_representative?: string | null;
            /** Address */
            address?: string | null;
            /** Note */
            note?: string | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /**
         * BindableAccountOut
         * @description An enterprise's account that may be bound, with what it tells of itself.
         */
        BindableAccountOut: {
            /** Id */
            id: number;
            /** Username */
            username: string;
            /** Mobile */
            mobile: string;
            /** Name */
            name: string;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Contact Name */
            contact_name: string;
            /** Address */
            address: string;
        };
        /**
         * BindIn
         * @description ``keep``: whose facts stand where the two differ.
         */
        BindIn: {
            /** Account */
            account: number;
            /**
             * Keep
             * @enum {string}
             */
            keep: "organisation" | "account";
            /** Version */
            version: number;
        };
        /** AddressListOut */
        AddressListOut: {
            /** Id */
            id: number;
            /** Scope */
            scope: string;
            /** Role Id */
            role_id: number | null;
            /** Membership Id */
            membership_id: number | null;
            /** Networks */
            networks: string[];
            /** Note */
            note: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
        };
        /** AddressListsOut */
        AddressListsOut: {
            /** Your Address */
            your_address: string;
            /** Rows */
            rows: components["schemas"]["AddressListOut"][];
        };
        /** AddressListIn */
        AddressListIn: {
            /** Role */
            role?: number | null;
            /** Membership */
            membership?: number | null;
            /** Networks */
            networks: string[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * DoorsOut
         * @description Which ways in lead somewhere; ``sms_recorded``: codes are only recorded here, not sent.
         */
        DoorsOut: {
            /** Sms */
            sms: boolean;
            /** Sms Recorded */
            sms_recorded: boolean;
            /** Wechat */
            wechat: boolean;
        };
        /**
         * CodeOut
         * @description ``recorded``: there is no vendor, nothing was sent; a demo then shows the code itself.
         */
        CodeOut: {
            /** Lives Seconds */
            lives_seconds: number;
            /** Again Seconds */
            again_seconds: number;
            /** Recorded */
            recorded: boolean;
            /** Code */
            code: string | null;
        };
        /** CodeIn */
        CodeIn: {
            /** Mobile */
            mobile: string;
            /**
             * Purpose
             * @default enter
             * @enum {string}
             */
            purpose: "enter" | "mobile";
        };
        /** MobileCodeIn */
        MobileCodeIn: {
            /** Mobile */
            mobile: string;
            /** Code */
            code: string;
        };
        /** PersonIn */
        PersonIn: {
            /**
             * Mobile
             * @default
             */
            mobile: string;
            /**
             * Code
             * @default
             */
            code: string;
            /**
             * Ticket
             * @default
             */
            ticket: string;
            /** Name */
            name: string;
            /** Id No */
            id_no: string;
            /**
             * Sex
             * @default
             * @enum {string}
             */
            sex: "男" | "女" | "";
            /**
             * Address
             * @default
             */
            address: string;
        };
        /** EnterpriseIn */
        EnterpriseIn: {
            /**
             * Mobile
             * @default
             */
            mobile: string;
            /**
             * Code
             * @default
             */
            code: string;
            /**
             * Ticket
             * @default
             */
            ticket: string;
            /** Name */
            name: string;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Contact Name */
            contact_name: string;
            /**
             * Address
             * @default
             */
            address: string;
        };
        /**
         * OwnInstitutionOut
         * @description The institution an account is bound to, and who changed its facts last.
         */
        OwnInstitutionOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Code */
            code: string;
            /** Is Active */
            is_active: boolean;
            /** Changed By */
            changed_by: string;
            /** Changed At */
            changed_at: string | null;
        };
        /**
         * ProfileOut
         * @description One's own facts; ``missing`` names those still to be given.
         */
        ProfileOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Mobile */
            mobile: string;
            /** Username */
            username: string;
            /** Has Password */
            has_password: boolean;
            /** Wechat Bound At */
            wechat_bound_at: string | null;
            /** Id No */
            id_no: string;
            /** Sex */
            sex: string;
            /** Address */
            address: string;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Contact Name */
            contact_name: string;
            /** Contact Phone */
            contact_phone: string;
            institution: components["schemas"]["OwnInstitutionOut"] | null;
            /** Version */
            version: number;
            /** Missing */
            missing: string[];
        };
        /**
         * ProfileIn
         * @description What is left out stays; ``version`` is the one that was read, for an institution's account.
         */
        ProfileIn: {
            /** Name */
            name?: string | null;
            /** Id No */
            id_no?: string | null;
            /** Sex */
            sex?: ("男" | "女") | null;
            /** Address */
            address?: string | null;
            /** Credit Code */
            credit_code?: string | null;
            /** Legal Representative */
            legal_representative?: string | null;
            /** Contact Name */
            contact_name?: string | null;
            /** Contact Phone */
            contact_phone?: string | null;
            /** Version */
            version?: number | null;
        };
        /** TapIn */
        TapIn: {
            /** Code */
            code: string;
        };
        /**
         * PhoneIn
         * @description ``ticket`` of the tap, and WeChat's code for the number or the number with its code.
         */
        PhoneIn: {
            /** Ticket */
            ticket: string;
            /**
             * Phone Code
             * @default
             */
            phone_code: string;
            /**
             * Mobile
             * @default
             */
            mobile: string;
            /**
             * Code
             * @default
             */
            code: string;
        };
        /**
         * ScanShownOut
         * @description ``picture`` as a data URI; the same browser asks how it goes on.
         */
        ScanShownOut: {
            /** Picture */
            picture: string;
            /** Check No */
            check_no: string;
            /** Lives Seconds */
            lives_seconds: number;
        };
        /** ScanStateOut */
        ScanStateOut: {
            /** State */
            state: string;
        };
        /**
         * ScanOut
         * @description What the phone shows before it answers.
         */
        ScanOut: {
            /** Purpose */
            purpose: string;
            /** Check No */
            check_no: string;
            /** Address */
            address: string;
            /** Agent */
            agent: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Account */
            account: string;
        };
        /** ScanAnswerIn */
        ScanAnswerIn: {
            /** Yes */
            yes: boolean;
        };
        /** BatchRefOut */
        BatchRefOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
        };
        /** CaseHelperOut */
        CaseHelperOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Role Label */
            role_label: string;
        };
        /**
         * CaseMoveOut
         * @description A move this person may make now; the page draws its button from it.
         */
        CaseMoveOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "none" | "optional" | "required";
            /** Needs */
            needs: string[];
            /** Options */
            options: string[];
            /** Tone */
            tone: string;
            /** Triggers */
            triggers: string;
        };
        /** CasePageOut */
        CasePageOut: {
            head: components["schemas"]["HeadOut"];
            words: components["schemas"]["WordsOut"];
            /** Moves */
            moves: components["schemas"]["CaseMoveOut"][];
            /** Panel */
            panel: components["schemas"]["FactOut"][];
            /** Fold */
            fold: components["schemas"]["FactOut"][];
            /** Parties */
            parties: components["schemas"]["PartyOut"][];
            /** Contact Points */
            contact_points: components["schemas"]["ContactPointOut"][];
            /** Custom */
            custom: components["schemas"]["CustomValueOut"][];
            /** Helpers */
            helpers: components["schemas"]["CaseHelperOut"][];
            /** Tabs */
            tabs: components["schemas"]["TabOut"][];
            may: components["schemas"]["MayOut"];
        };
        /**
         * ContactPointOut
         * @description A phone, address or mail, masked.
         */
        ContactPointOut: {
            /** Id */
            id: number;
            /** Order */
            order: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Mask */
            mask: string;
            /** Owner */
            owner: string;
            /** Relation */
            relation: string;
            /** Label */
            label: string;
            /** Attribution */
            attribution: string;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Do Not Contact */
            do_not_contact: boolean;
            /** Agreed Hours */
            agreed_hours: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            last_result: components["schemas"]["LastResultOut"] | null;
        };
        /** CustomValueOut */
        CustomValueOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Choices */
            choices: string[];
            /** In Fold */
            in_fold: boolean;
            /** Value */
            value: string | null;
        };
        /**
         * FactOut
         * @description One line of the facts; ``sealed`` ones show a mask and are revealed by their code.
         */
        FactOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Value */
            value: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "money" | "date" | "number" | "percent" | "sealed";
        };
        /**
         * HeadOut
         * @description What stands at the top of the case page.
         */
        HeadOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Line */
            line: string;
            /** Title */
            title: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Currency */
            currency: string;
            /** Category */
            category: string;
            /** Region */
            region: string;
            /** Colour */
            colour: string;
            /** Tags */
            tags: string[];
            client: components["schemas"]["NamedOut"];
            batch: components["schemas"]["BatchRefOut"] | null;
            unit: components["schemas"]["NamedOut"] | null;
            holder: components["schemas"]["NamedOut"] | null;
            clerk: components["schemas"]["NamedOut"] | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Assigned At */
            assigned_at: string | null;
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** First Worked At */
            first_worked_at: string | null;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Next Work On */
            next_work_on: string | null;
            /** Closed At */
            closed_at: string | null;
        };
        /** LastResultOut */
        LastResultOut: {
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
        };
        /**
         * MayOut
         * @description What this person may do on the page besides moves.
         */
        MayOut: {
            /** Reveal */
            reveal: boolean;
            /** Edit Contacts */
            edit_contacts: boolean;
            /** Edit Custom */
            edit_custom: boolean;
            /** Mark */
            mark: boolean;
            /** Add Files */
            add_files: boolean;
            /** Delete Files */
            delete_files: boolean;
        };
        /** NamedOut */
        NamedOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** PartyOut */
        PartyOut: {
            /** Id */
            id: number;
            /** Person Id */
            person_id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Id Mask */
            id_mask: string;
            /** Left At */
            left_at: string | null;
        };
        /** TabOut */
        TabOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * WordsOut
         * @description What the case's line calls the figures and people at the top; a blank word is not shown.
         */
        WordsOut: {
            /** Amount */
            amount: string;
            /** Settled */
            settled: string;
            /** Balance */
            balance: string;
            /** Category */
            category: string;
            /** Term */
            term: string;
            /** Due Today */
            due_today: string;
            /** Holder */
            holder: string;
            /** Helpers */
            helpers: string;
            /** Clerk */
            clerk: string;
            /** Shared */
            shared: string;
        };
        /** TimelineQuery */
        TimelineQuery: {
            /**
             * Kind
             * @default []
             */
            kind: string[];
            /** Contact Point */
            contact_point?: number | null;
            /** Before */
            before?: number | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** ChipOut */
        ChipOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * TimelineOut
         * @description A page of events, newest first; ``next`` is the ``before`` of the next page.
         */
        TimelineOut: {
            /** Rows */
            rows: components["schemas"]["TimelineRowOut"][];
            /** Next */
            next: number | null;
            /** Chips */
            chips: components["schemas"]["ChipOut"][];
        };
        /** TimelineRowOut */
        TimelineRowOut: {
            /** Seq */
            seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Actor */
            actor: string;
            /** Verb */
            verb: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Text */
            text: string;
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** SharedDebtOut */
        SharedDebtOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Line */
            line: string;
            /** Title */
            title: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Client */
            client: string;
            /** Batch */
            batch: string;
            /** Unit */
            unit: string;
            holder: components["schemas"]["NamedOut"] | null;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Term On */
            term_on: string | null;
            /** By */
            by: string[];
        };
        /** SharedDebtsOut */
        SharedDebtsOut: {
            /** Rows */
            rows: components["schemas"]["SharedDebtOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["SharedTotalsOut"];
        };
        /** SharedTotalsOut */
        SharedTotalsOut: {
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
        };
        /** ContactPointIn */
        ContactPointIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "mobile" | "phone" | "address" | "email";
            /** Value */
            value: string;
            /**
             * Owner
             * @default
             */
            owner: string;
            /**
             * Relation
             * @default 本人
             */
            relation: string;
            /**
             * Label
             * @default
             */
            label: string;
            /**
             * Source
             * @default staff
             * @enum {string}
             */
            source: "staff" | "debtor" | "third_party" | "skip_trace";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ContactPointEditIn */
        ContactPointEditIn: {
            /** Owner */
            owner?: string | null;
            /** Relation */
            relation?: string | null;
            /** Label */
            label?: string | null;
        };
        /** ContactPointMarkIn */
        ContactPointMarkIn: {
            /** State */
            state?: ("unknown" | "valid" | "invalid" | "refused" | "stranger") | null;
            /** Do Not Contact */
            do_not_contact?: boolean | null;
            /** Agreed Hours */
            agreed_hours?: boolean | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * RevealedOut
         * @description The value for this once; ``left`` more may be revealed within the hour.
         */
        RevealedOut: {
            /** Value */
            value: string;
            /** Left */
            left: number;
        };
        /** RevealIn */
        RevealIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** CustomIn */
        CustomIn: {
            /** Values */
            values: {
                [key: string]: string | null;
            };
        };
        /**
         * TrailQuery
         * @description ``actor`` is a key such as ``account:12``; ``name`` a part of a name; days are of Shanghai.
         */
        TrailQuery: {
            /**
             * Actor
             * @default
             */
            actor: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Verb
             * @default
             */
            verb: string;
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Before */
            before?: number | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** TrailOut */
        TrailOut: {
            /** Rows */
            rows: components["schemas"]["TrailRowOut"][];
            /** Next */
            next: number | null;
            /** Verbs */
            verbs: components["schemas"]["VerbOut"][];
        };
        /** TrailRowOut */
        TrailRowOut: {
            /** Id */
            id: number;
            /** Seq */
            seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Actor */
            actor: string;
            /** Actor Name */
            actor_name: string;
            /** Verb */
            verb: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** VerbOut */
        VerbOut: {
            /** Verb */
            verb: string;
            /** Label */
            label: string;
        };
        /** BrokenLinkOut */
        BrokenLinkOut: {
            /** Chain */
            chain: string;
            /** Key */
            key: string;
            /** No */
            no: string;
            /** Seq */
            seq: number;
            /** What */
            what: string;
            /** Message */
            message: string;
        };
        /** ChainOut */
        ChainOut: {
            /** Name */
            name: string;
            /** Label */
            label: string;
            /** Links */
            links: number;
            /** Chains */
            chains: number;
            /** Checkpoints */
            checkpoints: number;
        };
        /** VerifiedOut */
        VerifiedOut: {
            /** Whole */
            whole: boolean;
            /** Chains */
            chains: components["schemas"]["ChainOut"][];
            /** Broken */
            broken: components["schemas"]["BrokenLinkOut"][];
            /** Broken Count */
            broken_count: number;
            /** Seconds */
            seconds: number;
            /** Message */
            message: string;
        };
        /**
         * MoveRefusedOut
         * @description A case that did not move, and why.
         */
        MoveRefusedOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** MovedOut */
        MovedOut: {
            /** Moved */
            moved: number;
            /** Refused */
            refused: components["schemas"]["MoveRefusedOut"][];
        };
        /** MoveManyIn */
        MoveManyIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: string | {
                    [key: string]: string;
                };
            };
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /**
             * Line
             * @default recovery
             */
            line: string;
        };
        /**
         * CaseRowOut
         * @description A case in a list; ``stale_level`` 0 (worked today) to 4 (never, or over two weeks ago) tints it.
         */
        CaseRowOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Line */
            line: string;
            /** Title */
            title: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Person Id */
            person_id: number;
            /** Id Mask */
            id_mask: string;
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Batch Id */
            batch_id: number | null;
            /** Batch */
            batch: string | null;
            /** Unit Id */
            unit_id: number | null;
            /** Unit */
            unit: string | null;
            /** Holder Id */
            holder_id: number | null;
            /** Holder */
            holder: string | null;
            /** Clerk Id */
            clerk_id: number | null;
            /** Clerk */
            clerk: string | null;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Currency */
            currency: string;
            /** Category */
            category: string;
            /** Region */
            region: string;
            /** Colour */
            colour: string;
            /** Tags */
            tags: string[];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Assigned At */
            assigned_at: string | null;
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** First Worked At */
            first_worked_at: string | null;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Days Since Work */
            days_since_work: number | null;
            /** Stale Level */
            stale_level: number;
            /** Next Work On */
            next_work_on: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Moves */
            moves: components["schemas"]["RowMoveOut"][];
        };
        /**
         * RowMoveOut
         * @description A move this person may make on the row now.
         */
        RowMoveOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "none" | "optional" | "required";
            /** Needs */
            needs: string[];
            /** Options */
            options: string[];
            /** Tone */
            tone: string;
            /** Bulk */
            bulk: boolean;
        };
        /** MoveOneIn */
        MoveOneIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: string | {
                    [key: string]: string;
                };
            };
        };
        /**
         * MarkedOut
         * @description How many were within reach, and how many of them changed.
         */
        MarkedOut: {
            /** Changed */
            changed: number;
            /** Count */
            count: number;
        };
        /** ColourIn */
        ColourIn: {
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /**
             * Line
             * @default recovery
             */
            line: string;
            /**
             * Colour
             * @default
             */
            colour: string;
        };
        /** TagsIn */
        TagsIn: {
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /**
             * Line
             * @default recovery
             */
            line: string;
            /**
             * Add
             * @default []
             */
            add: string[];
            /**
             * Remove
             * @default []
             */
            remove: string[];
        };
        /**
         * FoundOut
         * @description A case in a line of text.
         */
        FoundOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Line */
            line: string;
            /** Line Label */
            line_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Client */
            client: string;
            /** Holder */
            holder: string;
            /** Balance */
            balance: string;
        };
        /** PaletteIn */
        PaletteIn: {
            /**
             * Q
             * @default
             */
            q: string;
        };
        /** LookUpOut */
        LookUpOut: {
            /** Rows */
            rows: components["schemas"]["LookedUpOut"][];
            /** Count */
            count: number;
        };
        /** LookedUpOut */
        LookedUpOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Line */
            line: string;
            /** Line Label */
            line_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Client */
            client: string;
            /** Holder */
            holder: string;
            /** Balance */
            balance: string;
            /** By */
            by: string[];
        };
        /**
         * LookUpIn
         * @description A whole ID, card, phone, case, serial or contract number; in the body, so that no log holds it.
         */
        LookUpIn: {
            /** Number */
            number: string;
        };
        /**
         * ViewOut
         * @description A saved view; ``mine`` may be changed, the others are shared by their owner.
         */
        ViewOut: {
            /** Id */
            id: number;
            /** Page */
            page: string;
            /** Name */
            name: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Shared */
            shared: boolean;
            /** Pinned */
            pinned: boolean;
            /** Mine */
            mine: boolean;
            /** Owner */
            owner: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ViewIn */
        ViewIn: {
            /** Page */
            page: string;
            /** Name */
            name: string;
            /**
             * Query
             * @default {}
             */
            query: {
                [key: string]: unknown;
            };
            /**
             * Shared
             * @default false
             */
            shared: boolean;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
        };
        /** ViewChangeIn */
        ViewChangeIn: {
            /** Name */
            name?: string | null;
            /** Query */
            query?: {
                [key: string]: unknown;
            } | null;
            /** Shared */
            shared?: boolean | null;
            /** Pinned */
            pinned?: boolean | null;
        };
        /** PreferenceOut */
        PreferenceOut: {
            /** Key */
            key: string;
            /** Value */
            value?: unknown;
        };
        /** PreferenceIn */
        PreferenceIn: {
            /** Value */
            value?: unknown;
        };
        /** ChoiceOut */
        ChoiceOut: {
            /** Value */
            value: string;
            /** Label */
            label: string;
        };
        /**
         * ChoicesOut
         * @description What the pickers of a list offer; ``more`` are the line's own, by name.
         */
        ChoicesOut: {
            /** States */
            states: components["schemas"]["StateChoiceOut"][];
            /** Colours */
            colours: components["schemas"]["ChoiceOut"][];
            /** Members */
            members: components["schemas"]["MemberChoiceOut"][];
            /** Units */
            units: components["schemas"]["UnitChoiceOut"][];
            /** Clients */
            clients: components["schemas"]["NamedChoiceOut"][];
            /** Batches */
            batches: components["schemas"]["NamedChoiceOut"][];
            /** Categories */
            categories: string[];
            /** Regions */
            regions: string[];
            /** Tags */
            tags: string[];
            /** Custom */
            custom: components["schemas"]["CustomChoiceOut"][];
            /** More */
            more: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** CustomChoiceOut */
        CustomChoiceOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Choices */
            choices: string[];
            /** Client Id */
            client_id: number | null;
        };
        /** MemberChoiceOut */
        MemberChoiceOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Unit Id */
            unit_id: number;
            /** Role */
            role: string;
        };
        /** NamedChoiceOut */
        NamedChoiceOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /** StateChoiceOut */
        StateChoiceOut: {
            /** Value */
            value: string;
            /** Label */
            label: string;
            /** Tone */
            tone: string;
            /** Is Open */
            is_open: boolean;
        };
        /** UnitChoiceOut */
        UnitChoiceOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Parent Id */
            parent_id: number | null;
        };
        /**
         * UploadOut
         * @description How far an upload is; send the next piece from ``received``, about ``piece_bytes`` at once.
         */
        UploadOut: {
            /** Token */
            token: string;
            /** Name */
            name: string;
            /** Size */
            size: number;
            /** Received */
            received: number;
            /**
             * Piece Bytes
             * @default 8388608
             */
            piece_bytes: number;
        };
        /**
         * UploadIn
         * @description ``sha256`` of the whole file, when the page knows it, is checked at the end.
         */
        UploadIn: {
            /** Name */
            name: string;
            /** Size */
            size: number;
            /**
             * Sha256
             * @default
             */
            sha256: string;
        };
        /** DoneOut */
        DoneOut: {
            /**
             * Ok
             * @default true
             */
            ok: boolean;
        };
        /**
         * FileOut
         * @description A file on a case; ``viewable`` ones open in the page.
         */
        FileOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Note */
            note: string;
            /** Media Type */
            media_type: string;
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            /** Viewable */
            viewable: boolean;
            /** Offline Place */
            offline_place: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** FinishIn */
        FinishIn: {
            /** Case Id */
            case_id: number;
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** LicenceOut */
        LicenceOut: {
            /** Name */
            name: string;
            /** Size */
            size: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** FilesQuery */
        FilesQuery: {
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Offset
             * @default 0
             */
            offset: number;
        };
        /** FileKindOut */
        FileKindOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /** FileTotalsOut */
        FileTotalsOut: {
            /** Size */
            size: number;
        };
        /** FilesOut */
        FilesOut: {
            /** Rows */
            rows: components["schemas"]["FileOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["FileTotalsOut"];
            /** Kinds */
            kinds: components["schemas"]["FileKindOut"][];
        };
        /** OfflineIn */
        OfflineIn: {
            /** Name */
            name: string;
            /**
             * Kind
             * @default other
             */
            kind: string;
            /**
             * Place
             * @default
             */
            place: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * LinkOut
         * @description Open ``url`` before ``expires_at``, signed in as who asked for it.
         */
        LinkOut: {
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** ArchiveIn */
        ArchiveIn: {
            /**
             * Kind
             * @default
             */
            kind: string;
        };
        /** LinkIn */
        LinkIn: {
            /**
             * Purpose
             * @default view
             * @enum {string}
             */
            purpose: "view" | "download";
        };
        /** DeleteIn */
        DeleteIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** SheetColumnOut */
        SheetColumnOut: {
            /** Field */
            field: string;
            /** Header */
            header: string;
            /** Required */
            required: boolean;
            /** Group */
            group: string;
            /** Declared */
            declared: boolean;
        };
        /** SheetKindOut */
        SheetKindOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /**
             * Of
             * @enum {string}
             */
            of: "client" | "institution";
            /** Columns */
            columns: components["schemas"]["SheetColumnOut"][];
            /** Takes Declared */
            takes_declared: boolean;
            /** Match Keys */
            match_keys: string[];
        };
        /** ImportOut */
        ImportOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /**
             * Of
             * @enum {string}
             */
            of: "client" | "institution";
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Batch Id */
            batch_id: number | null;
            /** File Name */
            file_name: string;
            /** File Size */
            file_size: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Rows */
            rows: number;
            /** Good */
            good: number;
            /** Wrong */
            wrong: number;
            /** Amount Total */
            amount_total: string;
            /** Done Rows */
            done_rows: number;
            /** Batch Nos */
            batch_nos: string[];
            /** By */
            by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Committed At */
            committed_at: string | null;
            /** Undone At */
            undone_at: string | null;
            /** Refusal */
            refusal: {
                [key: string]: unknown;
            } | null;
            /** Takes Good Rows */
            takes_good_rows: boolean;
            /** May Undo */
            may_undo: boolean;
            /** Undo Report */
            undo_report: {
                [key: string]: unknown;
            }[];
        };
        /** ImportPageOut */
        ImportPageOut: {
            /** Rows */
            rows: components["schemas"]["ImportOut"][];
            /** Count */
            count: number;
        };
        /** FaultGroupOut */
        FaultGroupOut: {
            /** Code */
            code: string;
            /** Column */
            column: string;
            /** Message */
            message: string;
            /** Count */
            count: number;
            /** Rows */
            rows: number[];
        };
        /** ImportDetailOut */
        ImportDetailOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /**
             * Of
             * @enum {string}
             */
            of: "client" | "institution";
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Batch Id */
            batch_id: number | null;
            /** File Name */
            file_name: string;
            /** File Size */
            file_size: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Rows */
            rows: number;
            /** Good */
            good: number;
            /** Wrong */
            wrong: number;
            /** Amount Total */
            amount_total: string;
            /** Done Rows */
            done_rows: number;
            /** Batch Nos */
            batch_nos: string[];
            /** By */
            by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Committed At */
            committed_at: string | null;
            /** Undone At */
            undone_at: string | null;
            /** Refusal */
            refusal: {
                [key: string]: unknown;
            } | null;
            /** Takes Good Rows */
            takes_good_rows: boolean;
            /** May Undo */
            may_undo: boolean;
            /** Undo Report */
            undo_report: {
                [key: string]: unknown;
            }[];
            /** Header Row */
            header_row: number;
            /** Sheet */
            sheet: string;
            /** Other Sheets */
            other_sheets: string[];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Confidence */
            confidence: {
                [key: string]: string;
            };
            /** Unmapped */
            unmapped: string[];
            /** Fault Count */
            fault_count: number;
            /** Warning Count */
            warning_count: number;
            /** Skipped */
            skipped: number;
            /** Fault Groups */
            fault_groups: components["schemas"]["FaultGroupOut"][];
            /** Warning Groups */
            warning_groups: components["schemas"]["FaultGroupOut"][];
            /** Faults */
            faults: components["schemas"]["SheetFaultOut"][];
            /** Refused Late */
            refused_late: {
                [key: string]: unknown;
            }[];
        };
        /** SheetFaultOut */
        SheetFaultOut: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /**
             * Field
             * @default
             */
            field: string;
        };
        /** PeekColumnOut */
        PeekColumnOut: {
            /** Letter */
            letter: string;
            /** Header */
            header: string;
            /** Field */
            field: string;
            /** Confidence */
            confidence: string;
            /** Values */
            values: string[];
        };
        /** PeekOut */
        PeekOut: {
            /** Form */
            form: string;
            /** Sheets */
            sheets: string[];
            /** Hidden Sheets */
            hidden_sheets: string[];
            /** Sheet */
            sheet: string;
            /** Header Row */
            header_row: number;
            /** Header Rows */
            header_rows: number[];
            /** Columns */
            columns: components["schemas"]["PeekColumnOut"][];
            /** First Rows */
            first_rows: string[][];
        };
        /** RemapIn */
        RemapIn: {
            /** Mapping */
            mapping?: {
                [key: string]: string;
            } | null;
            /** Sheet */
            sheet?: string | null;
            /** Header Row */
            header_row?: number | null;
            /**
             * Save As
             * @default
             */
            save_as: string;
        };
        /** CommitIn */
        CommitIn: {
            /**
             * Good Only
             * @default false
             */
            good_only: boolean;
        };
        /** MappingOut */
        MappingOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Client Id */
            client_id: number;
            /** Name */
            name: string;
            /** Headers */
            headers: {
                [key: string]: string;
            };
            /** Is Default */
            is_default: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** MappingChangeIn */
        MappingChangeIn: {
            /** Name */
            name?: string | null;
            /** Is Default */
            is_default?: boolean | null;
        };
        /** AnnouncementOut */
        AnnouncementOut: {
            /** Id */
            id: number;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Is Pinned */
            is_pinned: boolean;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Is Read */
            is_read: boolean;
            /** Readers */
            readers: number;
        };
        /** AnnouncementIn */
        AnnouncementIn: {
            /** Title */
            title: string;
            /** Text */
            text: string;
            /**
             * Unit Ids
             * @default []
             */
            unit_ids: number[];
            /**
             * Is Pinned
             * @default false
             */
            is_pinned: boolean;
        };
        /** ReaderOut */
        ReaderOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Read At */
            read_at: string | null;
        };
        /** ReceiptsOut */
        ReceiptsOut: {
            /** Read */
            read: components["schemas"]["ReaderOut"][];
            /** Unread */
            unread: components["schemas"]["ReaderOut"][];
        };
        /** AttributionOut */
        AttributionOut: {
            /** Province */
            province: string;
            /** City */
            city: string;
            /** Carrier */
            carrier: string;
            /** Text */
            text: string;
        };
        /** NumberIn */
        NumberIn: {
            /** Number */
            number: string;
        };
        /** IdOut */
        IdOut: {
            /** Valid */
            valid: boolean;
            /** Message */
            message: string;
            /** Region */
            region: string;
            /** Born On */
            born_on: string | null;
            /** Sex */
            sex: string;
        };
        /** CapitalsOut */
        CapitalsOut: {
            /** Text */
            text: string;
        };
        /** AmountIn */
        AmountIn: {
            /** Amount */
            amount: number | string;
        };
        /** InterestOut */
        InterestOut: {
            /** Days */
            days: number;
            /** Interest */
            interest: string;
            /** Total */
            total: string;
        };
        /** InterestIn */
        InterestIn: {
            /** Amount */
            amount: number | string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /**
             * Rate
             * @description a fraction: 0.0005 is 0.05 %
             */
            rate: number | string;
            /**
             * Per
             * @default day
             * @enum {string}
             */
            per: "day" | "year";
        };
        /** InstalmentOut */
        InstalmentOut: {
            /** Number */
            number: number;
            /** Payment */
            payment: string;
            /** Principal */
            principal: string;
            /** Interest */
            interest: string;
            /** Left */
            left: string;
        };
        /** PlanOut */
        PlanOut: {
            /** Rows */
            rows: components["schemas"]["InstalmentOut"][];
            /** Total */
            total: string;
            /** Interest */
            interest: string;
        };
        /** PlanIn */
        PlanIn: {
            /** Amount */
            amount: number | string;
            /** Count */
            count: number;
            /** Yearly Rate */
            yearly_rate: number | string;
            /**
             * Way
             * @default equal_payment
             * @enum {string}
             */
            way: "equal_payment" | "equal_principal";
        };
        /** VerdictOut */
        VerdictOut: {
            /** Allowed */
            allowed: boolean;
            /** Rule */
            rule: string | null;
            /** Pack */
            pack: string;
            /** Count */
            count: number;
            /** Until */
            until: string | null;
            /** Message */
            message: string;
        };
        /** AskIn */
        AskIn: {
            /** Case */
            case: number;
            /** @default call */
            channel: components["schemas"]["Channel"];
            /** Contact Point */
            contact_point?: number | null;
            /**
             * Number
             * @default
             */
            number: string;
            to?: components["schemas"]["Target"] | null;
            /** At */
            at?: string | null;
        };
        /**
         * Channel
         * @description The way somebody is contacted.
         * @enum {string}
         */
        Channel: "call" | "robot" | "sms" | "letter" | "visit";
        /**
         * Target
         * @description Who is contacted.
         * @enum {string}
         */
        Target: "debtor" | "third_party";
        /** AttemptOut */
        AttemptOut: {
            /** Id */
            id: number;
            /** Channel */
            channel: string;
            /** Number Mask */
            number_mask: string;
            /** To Third Party */
            to_third_party: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Answered */
            answered: boolean | null;
            /** Allowed */
            allowed: boolean;
            /** Rule */
            rule: string;
            /** Count */
            count: number;
            /** Pack */
            pack: string;
            /** Origin */
            origin: string;
            /** By */
            by: string;
        };
        /** AttemptTotals */
        AttemptTotals: {
            /** Allowed */
            allowed: number;
            /** Refused */
            refused: number;
        };
        /** AttemptsOut */
        AttemptsOut: {
            /** Rows */
            rows: components["schemas"]["AttemptOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["AttemptTotals"];
        };
        /** CapIn */
        CapIn: {
            /** Rule */
            rule: string;
            /** Label */
            label: string;
            /** Channels */
            channels: components["schemas"]["Channel"][];
            /**
             * Counted
             * @enum {string}
             */
            counted: "all" | "answered" | "unanswered";
            /**
             * Per
             * @enum {string}
             */
            per: "person" | "number";
            /** Days */
            days: number;
            /** Limit */
            limit: number;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Grade
             * @default
             */
            grade: string;
        };
        /** PackBody */
        PackBody: {
            /** Label */
            label: string;
            /** Hours */
            hours: {
                [key: string]: [
                    string,
                    string
                ];
            };
            /** Caps */
            caps: components["schemas"]["CapIn"][];
            /** Third Party Needs Unreachable */
            third_party_needs_unreachable: boolean;
            /** Third Party Refusal Stops */
            third_party_refusal_stops: boolean;
            /** Agreed Hours Waive */
            agreed_hours_waive: boolean;
            /**
             * Source
             * @default
             */
            source: string;
            /** Code */
            code: string;
            /** Version */
            version: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
        };
        /** PackOut */
        PackOut: {
            /** Id */
            id: number | null;
            /** Ref */
            ref: string;
            /** Label */
            label: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Shipped */
            shipped: boolean;
            /** Editable */
            editable: boolean;
            /** In Force */
            in_force: boolean;
            /** Note */
            note: string;
            /** By */
            by: string;
            /** At */
            at: string | null;
            /** Looser */
            looser: string[];
            pack: components["schemas"]["PackBody"];
        };
        /** PackTotals */
        PackTotals: {
            /** In Force */
            in_force: string;
        };
        /** PacksOut */
        PacksOut: {
            /** Rows */
            rows: components["schemas"]["PackOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["PackTotals"];
        };
        /** PackSavedOut */
        PackSavedOut: {
            /** Id */
            id: number;
            /** Ref */
            ref: string;
        };
        /** PackIn */
        PackIn: {
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            pack: components["schemas"]["RulesIn"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** RulesIn */
        RulesIn: {
            /** Label */
            label: string;
            /** Hours */
            hours: {
                [key: string]: [
                    string,
                    string
                ];
            };
            /** Caps */
            caps: components["schemas"]["CapIn"][];
            /** Third Party Needs Unreachable */
            third_party_needs_unreachable: boolean;
            /** Third Party Refusal Stops */
            third_party_refusal_stops: boolean;
            /** Agreed Hours Waive */
            agreed_hours_waive: boolean;
            /**
             * Source
             * @default
             */
            source: string;
        };
        /** AgainOut */
        AgainOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Pack */
            pack: string;
            /** Judged */
            judged: number;
            /** Agreeing */
            agreeing: number;
            /** Differing */
            differing: number;
            /** Differences */
            differences: components["schemas"]["DifferenceOut"][];
        };
        /** DifferenceOut */
        DifferenceOut: {
            /** Attempt */
            attempt: number;
            /** Person */
            person: number;
            /** Case */
            case: number | null;
            /** Channel */
            channel: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Origin */
            origin: string;
            /**
             * Cause
             * @enum {string}
             */
            cause: "rules" | "entered_later";
            stored: components["schemas"]["StoredOut"];
            again: components["schemas"]["VerdictOut"];
        };
        /** StoredOut */
        StoredOut: {
            /** Allowed */
            allowed: boolean;
            /** Rule */
            rule: string | null;
            /** Count */
            count: number;
            /** Pack */
            pack: string;
        };
        /** DayIn */
        DayIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * NoticeOut
         * @description ``link`` leads on the console, ``page`` on a party's phone.
         */
        NoticeOut: {
            /** Id */
            id: number;
            /** Verb */
            verb: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Case Id */
            case_id: number | null;
            /** Link */
            link: string;
            /** Page */
            page: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Read At */
            read_at: string | null;
        };
        /** NoticeTotals */
        NoticeTotals: {
            /** Unread */
            unread: number;
        };
        /** NoticesOut */
        NoticesOut: {
            /** Rows */
            rows: components["schemas"]["NoticeOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["NoticeTotals"];
        };
        /**
         * DeliveriesOut
         * @description ``live`` says of each channel whether anything is really sent.
         */
        DeliveriesOut: {
            /** Rows */
            rows: components["schemas"]["DeliveryOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: number;
            };
            /** Live */
            live: {
                [key: string]: boolean;
            };
        };
        /** DeliveryOut */
        DeliveryOut: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Channel */
            channel: string;
            /** Channel Label */
            channel_label: string;
            /** Template */
            template: string;
            /** Title */
            title: string;
            /** Case Id */
            case_id: number | null;
            /** To */
            to: string;
            /** Mobile */
            mobile: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Reason */
            reason: string;
            /** Tries */
            tries: number;
            /** Sent At */
            sent_at: string | null;
            /** Done At */
            done_at: string | null;
            /** Next At */
            next_at: string | null;
            /** May Resend */
            may_resend: boolean;
        };
        /** NoticeTemplateOut */
        NoticeTemplateOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Wechat Fields */
            wechat_fields: string[];
            /** Sms Params */
            sms_params: string[];
            /** Sms */
            sms: string;
            /** Wechat Id */
            wechat_id: string;
            /** Sms Id */
            sms_id: string;
        };
        /** TemplateIdsIn */
        TemplateIdsIn: {
            /**
             * Wechat Id
             * @default
             */
            wechat_id: string;
            /**
             * Sms Id
             * @default
             */
            sms_id: string;
        };
        /** WantedTemplateOut */
        WantedTemplateOut: {
            /** Code */
            code: string;
            /** Wechat Id */
            wechat_id: string;
            /** Label */
            label: string;
        };
        /** WantedCountOut */
        WantedCountOut: {
            /** Counted */
            counted: number;
        };
        /**
         * WantedIn
         * @description The vendor's ids of the templates that came back as ``accept``.
         */
        WantedIn: {
            /** Accepted */
            accepted: string[];
        };
        /** ReadOut */
        ReadOut: {
            /** Read */
            read: number;
        };
        /**
         * PageIn
         * @description Which page of a list, how many rows, and the order (``-amount``: greatest first, ties by id, blanks last).
         */
        PageIn: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
        };
        /**
         * PlacementQuery
         * @description Filters on placements: those on every case, and the recovery facts beside it.
         *
         *     ``promise`` asks for an open promise to pay due ``today``, ``overdue``, or within the next ``week``.
         *     Filtering or sorting by the commission rate needs the permission to see it. ``held`` asks who held a case at
         *     any time of a period (:data:`HELD`), ``recalled`` whether the client took a returned one back before its day.
         */
        PlacementQuery: {
            /** Q */
            q?: string | null;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Unit */
            unit?: number[] | null;
            /** Holder */
            holder?: number[] | null;
            /** Clerk */
            clerk?: number[] | null;
            /** Unassigned */
            unassigned?: boolean | null;
            /** State */
            state?: string[] | null;
            /** Is Open */
            is_open?: boolean | null;
            /** Category */
            category?: string[] | null;
            /** Region */
            region?: string[] | null;
            /** Colour */
            colour?: string[] | null;
            /** Tags */
            tags?: string[] | null;
            /** Amount From */
            amount_from?: number | string | null;
            /** Amount To */
            amount_to?: number | string | null;
            /** Settled From */
            settled_from?: number | string | null;
            /** Settled To */
            settled_to?: number | string | null;
            /** Balance From */
            balance_from?: number | string | null;
            /** Balance To */
            balance_to?: number | string | null;
            /** Opened From */
            opened_from?: string | null;
            /** Opened To */
            opened_to?: string | null;
            /** Assigned From */
            assigned_from?: string | null;
            /** Assigned To */
            assigned_to?: string | null;
            /** Closed From */
            closed_from?: string | null;
            /** Closed To */
            closed_to?: string | null;
            /** Term From */
            term_from?: string | null;
            /** Term To */
            term_to?: string | null;
            /** Last Worked From */
            last_worked_from?: string | null;
            /** Last Worked To */
            last_worked_to?: string | null;
            /** Never Worked */
            never_worked?: boolean | null;
            /** Idle Days */
            idle_days?: number | null;
            /** Next Work From */
            next_work_from?: string | null;
            /** Next Work To */
            next_work_to?: string | null;
            /** Custom */
            custom?: string[] | null;
            /** Serial No */
            serial_no?: string | null;
            /** Contract No */
            contract_no?: string | null;
            /** Card Kind */
            card_kind?: string[] | null;
            /** Placed From */
            placed_from?: string | null;
            /** Placed To */
            placed_to?: string | null;
            /** Overdue From */
            overdue_from?: number | null;
            /** Overdue To */
            overdue_to?: number | null;
            /** Retained */
            retained?: boolean | null;
            /** Promise */
            promise?: string | null;
            /** Rate From */
            rate_from?: number | string | null;
            /** Rate To */
            rate_to?: number | string | null;
            /** Held */
            held?: string | null;
            /** Recalled */
            recalled?: boolean | null;
            /** No Batch */
            no_batch?: boolean | null;
        };
        /** PlacementListOut */
        PlacementListOut: {
            /** Rows */
            rows: components["schemas"]["PlacementRowOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["TotalsOut"];
        };
        /**
         * PlacementRowOut
         * @description A placement in a list; the commission rate only for who may see it.
         */
        PlacementRowOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Line */
            line: string;
            /** Title */
            title: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Person Id */
            person_id: number;
            /** Id Mask */
            id_mask: string;
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Batch Id */
            batch_id: number | null;
            /** Batch */
            batch: string | null;
            /** Unit Id */
            unit_id: number | null;
            /** Unit */
            unit: string | null;
            /** Holder Id */
            holder_id: number | null;
            /** Holder */
            holder: string | null;
            /** Clerk Id */
            clerk_id: number | null;
            /** Clerk */
            clerk: string | null;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Currency */
            currency: string;
            /** Category */
            category: string;
            /** Region */
            region: string;
            /** Colour */
            colour: string;
            /** Tags */
            tags: string[];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Assigned At */
            assigned_at: string | null;
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** First Worked At */
            first_worked_at: string | null;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Days Since Work */
            days_since_work: number | null;
            /** Stale Level */
            stale_level: number;
            /** Next Work On */
            next_work_on: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Moves */
            moves: components["schemas"]["RowMoveOut"][];
            /**
             * Serial No
             * @default
             */
            serial_no: string;
            /**
             * Contract No
             * @default
             */
            contract_no: string;
            /**
             * Card Mask
             * @default
             */
            card_mask: string;
            /**
             * Card Kind
             * @default
             */
            card_kind: string;
            /** Placed On */
            placed_on?: string | null;
            /** Recall On */
            recall_on?: string | null;
            /**
             * Retained Times
             * @default 0
             */
            retained_times: number;
            /** Overdue Days */
            overdue_days?: number | null;
            /** Overdue Since */
            overdue_since?: string | null;
            /** Principal */
            principal?: string | null;
            /** Latest Balance */
            latest_balance?: string | null;
            /** Last Paid On */
            last_paid_on?: string | null;
            /** Last Paid Amount */
            last_paid_amount?: string | null;
            /** Commission Rate */
            commission_rate?: string | null;
            /** Promise Due On */
            promise_due_on?: string | null;
        };
        /**
         * TotalsOut
         * @description Sums of exactly what is filtered, in yuan.
         */
        TotalsOut: {
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Settled */
            settled: string;
            /** Balance */
            balance: string;
        };
        /**
         * SearchIn
         * @description A list question in a body, for when ``q`` holds a number that no address may carry.
         */
        SearchIn: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * @default {
             *       "q": null,
             *       "client": null,
             *       "batch": null,
             *       "unit": null,
             *       "holder": null,
             *       "clerk": null,
             *       "unassigned": null,
             *       "state": null,
             *       "is_open": null,
             *       "category": null,
             *       "region": null,
             *       "colour": null,
             *       "tags": null,
             *       "amount_from": null,
             *       "amount_to": null,
             *       "settled_from": null,
             *       "settled_to": null,
             *       "balance_from": null,
             *       "balance_to": null,
             *       "opened_from": null,
             *       "opened_to": null,
             *       "assigned_from": null,
             *       "assigned_to": null,
             *       "closed_from": null,
             *       "closed_to": null,
             *       "term_from": null,
             *       "term_to": null,
             *       "last_worked_from": null,
             *       "last_worked_to": null,
             *       "never_worked": null,
             *       "idle_days": null,
             *       "next_work_from": null,
             *       "next_work_to": null,
             *       "custom": null,
             *       "serial_no": null,
             *       "contract_no": null,
             *       "card_kind": null,
             *       "placed_from": null,
             *       "placed_to": null,
             *       "overdue_from": null,
             *       "overdue_to": null,
             *       "retained": null,
             *       "promise": null,
             *       "rate_from": null,
             *       "rate_to": null,
             *       "held": null,
             *       "recalled": null,
             *       "no_batch": null
             *     }
             */
            filter: components["schemas"]["PlacementQuery"];
        };
        /**
         * BatchFilters
         * @description Filters on batches; ``no`` is part of the number.
         */
        BatchFilters: {
            /** Client */
            client?: number[] | null;
            /** Unit */
            unit?: number[] | null;
            /** State */
            state?: string[] | null;
            /** Kind */
            kind?: string[] | null;
            /** Region */
            region?: string | null;
            /** No */
            no?: string | null;
            /** Received From */
            received_from?: string | null;
            /** Received To */
            received_to?: string | null;
            /** Term From */
            term_from?: string | null;
            /** Term To */
            term_to?: string | null;
        };
        /** BatchListOut */
        BatchListOut: {
            /** Rows */
            rows: components["schemas"]["BatchOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["BatchTotalsOut"];
        };
        /** BatchMoveOut */
        BatchMoveOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Reason */
            reason: string;
            /** Tone */
            tone: string;
            /** Options */
            options: string[];
        };
        /**
         * BatchOut
         * @description A batch with counts and sums of its cases within reach.
         */
        BatchOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Region */
            region: string;
            /** Kind */
            kind: string;
            /** Received On */
            received_on: string | null;
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** Fee Rate */
            fee_rate: string | null;
            /** Note */
            note: string;
            /** Created By */
            created_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Cases */
            cases: number;
            /** Open Cases */
            open_cases: number;
            /** Amount */
            amount: string;
            /** Settled */
            settled: string;
            /** Balance */
            balance: string;
            /** States */
            states: components["schemas"]["StateCountOut"][];
            /** May Edit */
            may_edit: boolean;
            /** May Delete */
            may_delete: boolean;
            /** Moves */
            moves: components["schemas"]["BatchMoveOut"][];
        };
        /**
         * BatchTotalsOut
         * @description ``count`` batches with ``cases`` cases, and the cases' sums.
         */
        BatchTotalsOut: {
            /** Count */
            count: number;
            /** Cases */
            cases: number;
            /** Amount */
            amount: string;
            /** Settled */
            settled: string;
            /** Balance */
            balance: string;
        };
        /** StateCountOut */
        StateCountOut: {
            /** Value */
            value: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /** BatchIn */
        BatchIn: {
            /** Client Id */
            client_id: number;
            /** No */
            no: string;
            /** Unit Id */
            unit_id?: number | null;
            /**
             * Region
             * @default
             */
            region: string;
            /**
             * Kind
             * @default
             */
            kind: string;
            /** Received On */
            received_on?: string | null;
            /** Term On */
            term_on?: string | null;
            /** Fee Rate */
            fee_rate?: number | string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * BatchChangeIn
         * @description What is left out stays.
         */
        BatchChangeIn: {
            /** No */
            no?: string | null;
            /** Unit Id */
            unit_id?: number | null;
            /** Region */
            region?: string | null;
            /** Kind */
            kind?: string | null;
            /** Received On */
            received_on?: string | null;
            /** Term On */
            term_on?: string | null;
            /** Fee Rate */
            fee_rate?: number | string | null;
            /** Note */
            note?: string | null;
        };
        /** BatchMoveIn */
        BatchMoveIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Facts
             * @default {}
             */
            facts: {
                [key: string]: string;
            };
        };
        /** ContractOut */
        ContractOut: {
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Takes Good Rows */
            takes_good_rows: boolean;
            /** Wrong Check Digit Is Fault */
            wrong_check_digit_is_fault: boolean;
            /** Parts Tolerance */
            parts_tolerance: string;
            /** First Call Limit */
            first_call_limit: number;
            /** First Call Clock */
            first_call_clock: string;
            /** Visit Limit Days */
            visit_limit_days: number;
            /** Term Months */
            term_months: number;
            /** Retention Months */
            retention_months: number;
            /** Retention Years */
            retention_years: number;
            /** Plan Grace Days */
            plan_grace_days: number;
            /** Contact Overrides */
            contact_overrides: {
                [key: string]: unknown;
            };
            /** Pause Overrides */
            pause_overrides: {
                [key: string]: boolean;
            };
            /** Fields */
            fields: components["schemas"]["CustomFieldOut"][];
        };
        /** CustomFieldOut */
        CustomFieldOut: {
            /** Id */
            id: number;
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Choices */
            choices: string[];
            /** In Fold */
            in_fold: boolean;
        };
        /**
         * ContractChangeIn
         * @description What is left out stays.
         */
        ContractChangeIn: {
            /** Kind */
            kind?: ("card" | "consumer" | "loan") | null;
            /** Takes Good Rows */
            takes_good_rows?: boolean | null;
            /** Wrong Check Digit Is Fault */
            wrong_check_digit_is_fault?: boolean | null;
            /** Parts Tolerance */
            parts_tolerance?: number | string | null;
            /** First Call Limit */
            first_call_limit?: number | null;
            /** First Call Clock */
            first_call_clock?: ("hours" | "working_hours" | "days" | "working_days") | null;
            /**
             * Visit Limit Days
             * @description 0 asks for no visit
             */
            visit_limit_days?: number | null;
            /** Term Months */
            term_months?: number | null;
            /** Retention Months */
            retention_months?: number | null;
            /**
             * Retention Years
             * @description records are kept two years at least
             */
            retention_years?: number | null;
            /**
             * Plan Grace Days
             * @description of a mediated plan; those signed before keep theirs
             */
            plan_grace_days?: number | null;
            /** Contact Overrides */
            contact_overrides?: {
                [key: string]: unknown;
            } | null;
            /**
             * Pause Overrides
             * @description by reason: does the clock stand still
             */
            pause_overrides?: {
                [key: string]: boolean;
            } | null;
        };
        /** CustomFieldIn */
        CustomFieldIn: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /**
             * Kind
             * @default text
             * @enum {string}
             */
            kind: "text" | "number" | "money" | "date" | "choice";
            /**
             * Choices
             * @default []
             */
            choices: string[];
            /**
             * In Fold
             * @default true
             */
            in_fold: boolean;
        };
        /** RecordQuery */
        RecordQuery: {
            /** Case */
            case?: number | null;
            /** Person */
            person?: number | null;
            /** Membership */
            membership?: number | null;
            /** Unit */
            unit?: number | null;
            /** Unit Is */
            unit_is?: number | null;
            /**
             * By People
             * @description without what no person entered
             * @default false
             */
            by_people: boolean;
            /** Client */
            client?: number | null;
            /** Batch */
            batch?: number | null;
            /** Channel */
            channel?: ("call" | "sms" | "letter" | "visit" | "robot" | "note") | null;
            /** Origin */
            origin?: ("system" | "elsewhere" | "sheet") | null;
            /** Result */
            result?: number | null;
            /** Meaning */
            meaning?: ("connected" | "third_party" | "not_connected" | "invalid" | "refused" | "note") | null;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /**
             * Late
             * @default false
             */
            late: boolean;
            /**
             * Warned
             * @default false
             */
            warned: boolean;
            /**
             * Promised
             * @default false
             */
            promised: boolean;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Offset
             * @default 0
             */
            offset: number;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** PromiseBrief */
        PromiseBrief: {
            /** Id */
            id: number;
            /** Amount */
            amount: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** State */
            state: string;
            /** Paid Amount */
            paid_amount: string;
        };
        /** RecordOut */
        RecordOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client */
            client: string;
            /** Batch No */
            batch_no: string;
            /** Channel */
            channel: string;
            /** Origin */
            origin: string;
            /** Contact Point Id */
            contact_point_id: number | null;
            /** Number Mask */
            number_mask: string;
            /** Spoke To */
            spoke_to: string;
            /** Relation */
            relation: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Late */
            late: boolean;
            /** Result Id */
            result_id: number | null;
            /** Result */
            result: string;
            /** Meaning */
            meaning: string;
            /** Note */
            note: string;
            /** Next On */
            next_on: string | null;
            verdict: components["schemas"]["VerdictStored"] | null;
            /** Membership Id */
            membership_id: number | null;
            /** By */
            by: string;
            promise: components["schemas"]["PromiseBrief"] | null;
        };
        /** RecordTotals */
        RecordTotals: {
            /** Cases */
            cases: number;
            /** Connected */
            connected: number;
            /** Third Party */
            third_party: number;
            /** Not Connected */
            not_connected: number;
            /** Refused */
            refused: number;
            /** Warned */
            warned: number;
            /** Promises */
            promises: number;
            /** Promised Amount */
            promised_amount: string;
        };
        /** RecordsOut */
        RecordsOut: {
            /** Rows */
            rows: components["schemas"]["RecordOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["RecordTotals"];
        };
        /** VerdictStored */
        VerdictStored: {
            /** Allowed */
            allowed: boolean;
            /** Rule */
            rule: string | null;
            /** Pack */
            pack: string;
            /** Count */
            count: number;
            /** Until */
            until: string | null;
            /** Message */
            message: string;
        };
        /** PromiseIn */
        PromiseIn: {
            /** Amount */
            amount: number | string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
        };
        /** RecordIn */
        RecordIn: {
            /** Case */
            case: number;
            /**
             * Channel
             * @default call
             * @enum {string}
             */
            channel: "call" | "sms" | "letter" | "visit" | "robot" | "note";
            /** Contact Point */
            contact_point?: number | null;
            /**
             * Number
             * @default
             */
            number: string;
            /** Attempt */
            attempt?: number | null;
            /** Result */
            result?: number | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** Next On */
            next_on?: string | null;
            promise?: components["schemas"]["PromiseIn"] | null;
            /**
             * Made Elsewhere
             * @default false
             */
            made_elsewhere: boolean;
            /** At */
            at?: string | null;
            /**
             * Spoke To
             * @default
             */
            spoke_to: string;
            /**
             * Key
             * @description made once per form; a double click is one record
             * @default
             */
            key: string;
        };
        /** ReasonIn */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /** ResultOut */
        ResultOut: {
            /** Id */
            id: number;
            /** Parent */
            parent: number | null;
            /** Client */
            client: number | null;
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Key */
            key: string;
            /** Meaning */
            meaning: string;
            /** Asks Promise */
            asks_promise: boolean;
            /** Is Active */
            is_active: boolean;
            /** Position */
            position: number;
            /**
             * Children
             * @default []
             */
            children: components["schemas"]["ResultOut"][];
        };
        /** ResultSaved */
        ResultSaved: {
            /** Id */
            id: number;
        };
        /** ResultIn */
        ResultIn: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /**
             * Key
             * @default
             */
            key: string;
            /**
             * Meaning
             * @enum {string}
             */
            meaning: "connected" | "third_party" | "not_connected" | "invalid" | "refused" | "note";
            /**
             * Asks Promise
             * @default false
             */
            asks_promise: boolean;
            /**
             * Position
             * @default 0
             */
            position: number;
            /** Parent */
            parent?: number | null;
            /** Client */
            client?: number | null;
        };
        /** ResultChange */
        ResultChange: {
            /** Label */
            label?: string | null;
            /** Key */
            key?: string | null;
            /** Meaning */
            meaning?: ("connected" | "third_party" | "not_connected" | "invalid" | "refused" | "note") | null;
            /** Asks Promise */
            asks_promise?: boolean | null;
            /** Position */
            position?: number | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /** PromiseQuery */
        PromiseQuery: {
            /** Case */
            case?: number | null;
            /** Membership */
            membership?: number | null;
            /** Unit */
            unit?: number | null;
            /** Unit Is */
            unit_is?: number | null;
            /**
             * By People
             * @description without what no person entered
             * @default false
             */
            by_people: boolean;
            /** Holder */
            holder?: number | null;
            /** Client */
            client?: number | null;
            /** Batch */
            batch?: number | null;
            /** State */
            state?: ("open" | "kept" | "partly" | "broken" | "cancelled") | null;
            /** Due From */
            due_from?: string | null;
            /** Due Until */
            due_until?: string | null;
            /** Made From */
            made_from?: string | null;
            /** Made Until */
            made_until?: string | null;
            /**
             * Offset
             * @default 0
             */
            offset: number;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** PromiseOut */
        PromiseOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Amount */
            amount: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** State */
            state: string;
            /** Paid Amount */
            paid_amount: string;
            /** Judged At */
            judged_at: string | null;
            /** Record Id */
            record_id: number | null;
            /** By */
            by: string;
            /** Agreement No */
            agreement_no: string;
            /** Grace Days */
            grace_days: number;
        };
        /** PromiseTotals */
        PromiseTotals: {
            /** Amount */
            amount: string;
            /** Paid Amount */
            paid_amount: string;
            /** By State */
            by_state: {
                [key: string]: components["schemas"]["StateSum"];
            };
        };
        /** PromisesOut */
        PromisesOut: {
            /** Rows */
            rows: components["schemas"]["PromiseOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["PromiseTotals"];
        };
        /** StateSum */
        StateSum: {
            /** Count */
            count: number;
            /** Amount */
            amount: string;
        };
        /** AssignmentPlanOut */
        AssignmentPlanOut: {
            /** Id */
            id: number;
            /** Mode */
            mode: string;
            /** Mode Label */
            mode_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Committed At */
            committed_at: string | null;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Persons */
            persons: number;
            /** People */
            people: components["schemas"]["CollectorBarOut"][];
            /**
             * Refused
             * @description the first 500; refused_count counts all
             */
            refused: components["schemas"]["PlanRefusedOut"][];
            /** Refused Count */
            refused_count: number;
            /** Refused By Code */
            refused_by_code: {
                [key: string]: number;
            };
            /**
             * Assigned
             * @description after the commit: cases that changed hands
             */
            assigned: number | null;
            /**
             * Unchanged
             * @description after the commit: cases that stayed with their holder
             */
            unchanged: number | null;
            /**
             * Left Out
             * @description after the commit: the first 500 that had changed meanwhile
             */
            left_out: components["schemas"]["PlanRefusedOut"][];
            /** Left Out Count */
            left_out_count: number;
        };
        /**
         * CollectorBarOut
         * @description A collector before and after.
         */
        CollectorBarOut: {
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** Before Count */
            before_count: number;
            /** Before Amount */
            before_amount: string;
            /** Less Count */
            less_count: number;
            /** Less Amount */
            less_amount: string;
            /** Added Count */
            added_count: number;
            /** Added Amount */
            added_amount: string;
            /** After Count */
            after_count: number;
            /** After Amount */
            after_amount: string;
        };
        /** PlanRefusedOut */
        PlanRefusedOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /**
         * AssignmentPlanIn
         * @description Which cases (``ids``, or ``query`` as the case list takes it), how, and to whom.
         *
         *     ``collectors`` are memberships, else all collectors of ``unit``. ``swap`` takes two collectors;
         *     ``hand_over`` everything ``from_collectors`` hold, divided by ``split``; ``take_back`` the cases, or all
         *     that ``from_collectors`` hold.
         */
        AssignmentPlanIn: {
            /**
             * Mode
             * @enum {string}
             */
            mode: "hand" | "number" | "amount" | "both" | "cumulative" | "quick" | "recommended" | "rules" | "swap" | "hand_over" | "take_back";
            /**
             * Ids
             * @default []
             */
            ids: number[];
            /** Query */
            query?: {
                [key: string]: unknown;
            } | null;
            /**
             * Unassigned Only
             * @default false
             */
            unassigned_only: boolean;
            /**
             * Collectors
             * @default []
             */
            collectors: number[];
            /** Unit */
            unit?: number | null;
            /**
             * From Collectors
             * @default []
             */
            from_collectors: number[];
            /**
             * Split
             * @default cumulative
             * @enum {string}
             */
            split: "number" | "amount" | "both" | "cumulative" | "quick" | "recommended";
        };
        /** AssignmentPlansOut */
        AssignmentPlansOut: {
            /** Rows */
            rows: components["schemas"]["AssignmentPlanOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /** AssignmentLineOut */
        AssignmentLineOut: {
            /** Case Id */
            case_id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Person Id */
            person_id: number;
            /** Client Name */
            client_name: string;
            /** Amount */
            amount: string;
            /** Region */
            region: string;
            /** Category */
            category: string;
            /** State */
            state: string;
            /** From Id */
            from_id: number | null;
            /** From Name */
            from_name: string;
            /** To Id */
            to_id: number | null;
            /** To Name */
            to_name: string;
            /** Why */
            why: string[];
        };
        /** AssignmentLinesOut */
        AssignmentLinesOut: {
            /** Rows */
            rows: components["schemas"]["AssignmentLineOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /**
         * PlanCorrectionIn
         * @description Put planned cases (with the others of their persons, unless ``alone``) to another collector.
         */
        PlanCorrectionIn: {
            /** Case Ids */
            case_ids: number[];
            /** To */
            to: number;
            /**
             * Alone
             * @default false
             */
            alone: boolean;
        };
        /** CollectorOut */
        CollectorOut: {
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** Role */
            role: string;
            /** Role Name */
            role_name: string;
            /** Held Count */
            held_count: number;
            /** Held Amount */
            held_amount: string;
            /** Client Ids */
            client_ids: number[] | null;
        };
        /** CollectorTotals */
        CollectorTotals: {
            /** Held Count */
            held_count: number;
            /** Held Amount */
            held_amount: string;
        };
        /** CollectorsOut */
        CollectorsOut: {
            /** Rows */
            rows: components["schemas"]["CollectorOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["CollectorTotals"];
        };
        /** HoldingOut */
        HoldingOut: {
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** To At */
            to_at: string | null;
            /** Why */
            why: string;
            /** Why Label */
            why_label: string;
        };
        /** HoldingsOut */
        HoldingsOut: {
            /** Rows */
            rows: components["schemas"]["HoldingOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /** AssignmentRuleOut */
        AssignmentRuleOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Client Id */
            client_id: number | null;
            /** Client Name */
            client_name: string;
            /** Unit Id */
            unit_id: number;
            /** Unit */
            unit: string;
            /** Regions */
            regions: string[];
            /** Categories */
            categories: string[];
            /** Amount From */
            amount_from: string | null;
            /** Amount To */
            amount_to: string | null;
            /** Membership Ids */
            membership_ids: number[];
            /** Members */
            members: string[];
            /** Position */
            position: number;
            /** Is Active */
            is_active: boolean;
        };
        /** AssignmentRulesOut */
        AssignmentRulesOut: {
            /** Rows */
            rows: components["schemas"]["AssignmentRuleOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /**
         * AssignmentRuleIn
         * @description What is blank does not matter; ``amount_to`` itself no longer fits; no members means all of the unit.
         */
        AssignmentRuleIn: {
            /** Name */
            name: string;
            /** Client Id */
            client_id?: number | null;
            /** Unit Id */
            unit_id: number;
            /**
             * Regions
             * @default []
             */
            regions: string[];
            /**
             * Categories
             * @default []
             */
            categories: string[];
            /** Amount From */
            amount_from?: number | string | null;
            /** Amount To */
            amount_to?: number | string | null;
            /**
             * Membership Ids
             * @default []
             */
            membership_ids: number[];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
        };
        /** AssignmentRuleChangeIn */
        AssignmentRuleChangeIn: {
            /** Name */
            name?: string | null;
            /** Client Id */
            client_id?: number | null;
            /** Unit Id */
            unit_id?: number | null;
            /** Regions */
            regions?: string[] | null;
            /** Categories */
            categories?: string[] | null;
            /** Amount From */
            amount_from?: number | string | null;
            /** Amount To */
            amount_to?: number | string | null;
            /** Membership Ids */
            membership_ids?: number[] | null;
            /** Position */
            position?: number | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /**
         * PaymentQuery
         * @description Filters on repayments; ranges include both ends.
         *
         *     ``unit`` includes the units below it, ``unit_is`` does not. ``blank`` asks for what has no holder, unit,
         *     batch, rate or region; ``placed_from`` and ``placed_to`` for when the case was placed.
         */
        PaymentQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * Q
             * @default
             */
            q: string;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Unit */
            unit?: number[] | null;
            /** Unit Is */
            unit_is?: number[] | null;
            /** Holder */
            holder?: number[] | null;
            /** Case */
            case?: number[] | null;
            /** Import Id */
            import_id?: number[] | null;
            /** Blank */
            blank?: ("holder" | "unit" | "batch" | "rate" | "region")[] | null;
            /** Placed From */
            placed_from?: string | null;
            /** Placed To */
            placed_to?: string | null;
            /** Region */
            region?: string[] | null;
            /** Region Is */
            region_is?: string[] | null;
            /** Source */
            source?: string[] | null;
            /** Rate */
            rate?: number | string | null;
            /** Paid From */
            paid_from?: string | null;
            /** Paid To */
            paid_to?: string | null;
            /** Amount From */
            amount_from?: number | string | null;
            /** Amount To */
            amount_to?: number | string | null;
            /** Reversed */
            reversed?: boolean | null;
        };
        /** PaymentOut */
        PaymentOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Id */
            client_id: number;
            /** Client Name */
            client_name: string;
            /** Batch Id */
            batch_id: number | null;
            /** Batch No */
            batch_no: string;
            /** Region */
            region: string;
            /** Holder Id */
            holder_id: number | null;
            /** Holder Name */
            holder_name: string;
            /** Unit Name */
            unit_name: string;
            /** Amount */
            amount: string;
            /**
             * Paid On
             * Format: date
             */
            paid_on: string;
            /** Reference */
            reference: string;
            /** Commission Rate */
            commission_rate: string | null;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Import Id */
            import_id: number | null;
            /** Note */
            note: string;
            /** Case State */
            case_state: string;
            /** Case State Label */
            case_state_label: string;
            /** Case Balance */
            case_balance: string;
            /** Entered By Name */
            entered_by_name: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Reversed At */
            reversed_at: string | null;
            /** Reversed By Name */
            reversed_by_name: string;
            /** Reversal Reason */
            reversal_reason: string;
        };
        /** PaymentTotals */
        PaymentTotals: {
            /** Amount */
            amount: string;
            /** Counted */
            counted: number;
            /** Reversed Amount */
            reversed_amount: string;
            /** Cases */
            cases: number;
        };
        /** PaymentsOut */
        PaymentsOut: {
            /** Rows */
            rows: components["schemas"]["PaymentOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["PaymentTotals"];
        };
        /** CountedOut */
        CountedOut: {
            /** Counted */
            counted: number[];
            /** Amount */
            amount: string;
            /** Settled */
            settled: number[];
            /** Claims */
            claims: number[];
            /** Warnings */
            warnings: components["schemas"]["PaymentNoteOut"][];
        };
        /** PaymentNoteOut */
        PaymentNoteOut: {
            /** Row */
            row: number;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** RepaymentIn */
        RepaymentIn: {
            /** Case Id */
            case_id: number;
            /** Amount */
            amount: number | string;
            /**
             * Paid On
             * Format: date
             */
            paid_on: string;
            /**
             * Reference
             * @default
             */
            reference: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Another
             * @description 确为另一笔同日同额还款
             * @default false
             */
            another: boolean;
        };
        /**
         * PaymentSearchIn
         * @description The list's question in a body: page, size, sort, and the filters by name.
         */
        PaymentSearchIn: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * Filter
             * @default {}
             */
            filter: {
                [key: string]: unknown;
            };
        };
        /** PaymentRefusedOut */
        PaymentRefusedOut: {
            /** Id */
            id: number;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** ReversedOut */
        ReversedOut: {
            /** Reversed */
            reversed: number[];
            /** Amount */
            amount: string;
            /** Reopened */
            reopened: number[];
            /** Refused */
            refused: components["schemas"]["PaymentRefusedOut"][];
        };
        /** ReverseIn */
        ReverseIn: {
            /** Ids */
            ids: number[];
            /** Reason */
            reason: string;
        };
        /** ClaimQuery */
        ClaimQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /** State */
            state?: string[] | null;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Asked By */
            asked_by?: number[] | null;
            /** Case */
            case?: number[] | null;
            /** Paid From */
            paid_from?: string | null;
            /** Paid To */
            paid_to?: string | null;
        };
        /** ClaimOut */
        ClaimOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Name */
            client_name: string;
            /** Amount */
            amount: string;
            /**
             * Paid On
             * Format: date
             */
            paid_on: string;
            /** Payer */
            payer: string;
            /** Way */
            way: string;
            /** Note */
            note: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Asked By Id */
            asked_by_id: number | null;
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Answer */
            answer: string;
            /** Answered By */
            answered_by: string;
            /** Answered At */
            answered_at: string | null;
            /** Repayment Id */
            repayment_id: number | null;
        };
        /** ClaimTotals */
        ClaimTotals: {
            /** Amount */
            amount: string;
            /** Waiting */
            waiting: number;
            /** Waiting Amount */
            waiting_amount: string;
        };
        /** ClaimsOut */
        ClaimsOut: {
            /** Rows */
            rows: components["schemas"]["ClaimOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["ClaimTotals"];
        };
        /** ClaimIn */
        ClaimIn: {
            /** Case Id */
            case_id: number;
            /** Amount */
            amount: number | string;
            /**
             * Paid On
             * Format: date
             */
            paid_on: string;
            /**
             * Payer
             * @default
             */
            payer: string;
            /**
             * Way
             * @default
             */
            way: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ClaimsAnsweredOut */
        ClaimsAnsweredOut: {
            /** Answered */
            answered: number[];
            /** Refused */
            refused: components["schemas"]["PaymentRefusedOut"][];
        };
        /** ClaimAnswersIn */
        ClaimAnswersIn: {
            /** Ids */
            ids: number[];
            /** Confirmed */
            confirmed: boolean;
            /**
             * Answer
             * @default
             */
            answer: string;
        };
        /** ClaimAnswerIn */
        ClaimAnswerIn: {
            /** Confirmed */
            confirmed: boolean;
            /**
             * Answer
             * @default
             */
            answer: string;
            /**
             * Amount
             * @description 银行实际入账金额，与登记不同时填写
             */
            amount?: number | string | null;
            /**
             * Paid On
             * @description 银行实际入账日期
             */
            paid_on?: string | null;
            /**
             * Reference
             * @default
             */
            reference: string;
        };
        /** ReconciliationQuery */
        ReconciliationQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /** Client */
            client?: number[] | null;
        };
        /** ReconciliationOut */
        ReconciliationOut: {
            /** Id */
            id: number;
            /** Client Id */
            client_id: number;
            /** Client Name */
            client_name: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** File Name */
            file_name: string;
            /** Theirs Count */
            theirs_count: number;
            /** Theirs Amount */
            theirs_amount: string;
            /** Ours Count */
            ours_count: number;
            /** Ours Amount */
            ours_amount: string;
            /** Difference */
            difference: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed At */
            closed_at: string | null;
        };
        /** ReconciliationsOut */
        ReconciliationsOut: {
            /** Rows */
            rows: components["schemas"]["ReconciliationOut"][];
            /** Count */
            count: number;
            /** Totals */
            totals: {
                [key: string]: unknown;
            };
        };
        /** ReconciliationCauseOut */
        ReconciliationCauseOut: {
            /** Cause */
            cause: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Theirs Amount */
            theirs_amount: string;
            /** Ours Amount */
            ours_amount: string;
            /** Difference */
            difference: string;
        };
        /** ReconciliationDetailOut */
        ReconciliationDetailOut: {
            /** Id */
            id: number;
            /** Client Id */
            client_id: number;
            /** Client Name */
            client_name: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** File Name */
            file_name: string;
            /** Theirs Count */
            theirs_count: number;
            /** Theirs Amount */
            theirs_amount: string;
            /** Ours Count */
            ours_count: number;
            /** Ours Amount */
            ours_amount: string;
            /** Difference */
            difference: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed At */
            closed_at: string | null;
            /** Causes */
            causes: components["schemas"]["ReconciliationCauseOut"][];
            /** Explained */
            explained: string;
            /** Unexplained */
            unexplained: string;
        };
        /**
         * ClientListRowIn
         * @description One row of a client's list, sent as rows instead of a workbook.
         */
        ClientListRowIn: {
            /** Row */
            row: number;
            /** Amount */
            amount: number | string;
            /**
             * Paid On
             * Format: date
             */
            paid_on: string;
            /**
             * Serial No
             * @default
             */
            serial_no: string;
            /**
             * Contract No
             * @default
             */
            contract_no: string;
            /**
             * Card No
             * @default
             */
            card_no: string;
            /**
             * Id No
             * @default
             */
            id_no: string;
            /** Placed On */
            placed_on?: string | null;
            /**
             * Reference
             * @default
             */
            reference: string;
        };
        /** ReconcileIn */
        ReconcileIn: {
            /** Client */
            client: number;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Rows */
            rows: components["schemas"]["ClientListRowIn"][];
        };
        /** ReconcileFileIn */
        ReconcileFileIn: {
            /** Client */
            client: number;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
        };
        /** ReconciliationLineQuery */
        ReconciliationLineQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /** Cause */
            cause?: ("matched" | "missing_here" | "missing_there" | "amount" | "day" | "duplicate_there" | "duplicate_here" | "unknown_case" | "outside_period" | "reversed")[] | null;
            /**
             * Differences Only
             * @default false
             */
            differences_only: boolean;
        };
        /** ReconciliationLineOut */
        ReconciliationLineOut: {
            /** Id */
            id: number;
            /** Cause */
            cause: string;
            /** Cause Label */
            cause_label: string;
            /** Case Id */
            case_id: number | null;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Repayment Id */
            repayment_id: number | null;
            /** Row */
            row: number | null;
            /** Key */
            key: string;
            /** Theirs On */
            theirs_on: string | null;
            /** Ours On */
            ours_on: string | null;
            /** Theirs Amount */
            theirs_amount: string;
            /** Ours Amount */
            ours_amount: string;
            /** Difference */
            difference: string;
        };
        /** ReconciliationLineTotals */
        ReconciliationLineTotals: {
            /** Theirs Amount */
            theirs_amount: string;
            /** Ours Amount */
            ours_amount: string;
            /** Difference */
            difference: string;
        };
        /** ReconciliationLinesOut */
        ReconciliationLinesOut: {
            /** Rows */
            rows: components["schemas"]["ReconciliationLineOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["ReconciliationLineTotals"];
        };
        /**
         * DueQuery
         * @description Cases whose term ends within ``within`` days; those that are over are among them, unless ``after`` so many.
         */
        DueQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * Within
             * @default 30
             */
            within: number;
            /** After */
            after?: number | null;
            /** Overdue */
            overdue?: boolean | null;
            /** State */
            state?: string[] | null;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Unit */
            unit?: number[] | null;
            /** Holder */
            holder?: number[] | null;
            /** Clerk */
            clerk?: number[] | null;
            /** Retention Asked */
            retention_asked?: boolean | null;
        };
        /** DueOut */
        DueOut: {
            /** Id */
            id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Id */
            client_id: number;
            /** Client Name */
            client_name: string;
            /** Batch No */
            batch_no: string;
            /** Holder Id */
            holder_id: number | null;
            /** Holder Name */
            holder_name: string;
            /** Clerk Id */
            clerk_id: number | null;
            /** Clerk Name */
            clerk_name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Region */
            region: string;
            /** Category */
            category: string;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /**
             * Term On
             * Format: date
             */
            term_on: string;
            /** Days Left */
            days_left: number;
            /** Retained Times */
            retained_times: number;
            /**
             * Clock Note
             * @description why the recall day stands where it does: its clock stands still, or stood
             */
            clock_note: string;
            /**
             * Retention Id
             * @description the retention that waits for a decision
             */
            retention_id: number | null;
            /** Last Worked At */
            last_worked_at: string | null;
        };
        /** DueTotals */
        DueTotals: {
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Overdue */
            overdue: number;
            /** In 3 */
            in_3: number;
            /** In 7 */
            in_7: number;
            /** In 15 */
            in_15: number;
            /** In 30 */
            in_30: number;
        };
        /** DuesOut */
        DuesOut: {
            /** Rows */
            rows: components["schemas"]["DueOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["DueTotals"];
        };
        /** ReturnedNowOut */
        ReturnedNowOut: {
            /** Returned */
            returned: number[];
            /** Refused */
            refused: components["schemas"]["TermRefusedOut"][];
        };
        /** TermRefusedOut */
        TermRefusedOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /** ReturnCasesIn */
        ReturnCasesIn: {
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * ReturnedQuery
         * @description What went back, and by ``outcome`` what was settled as well; without one, only what went back.
         */
        ReturnedQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Case */
            case?: number[] | null;
            /** Returned From */
            returned_from?: string | null;
            /** Returned To */
            returned_to?: string | null;
            /** Outcome */
            outcome?: ("returned" | "recalled" | "settled")[] | null;
        };
        /** ReturnSheetOut */
        ReturnSheetOut: {
            /** Rows */
            rows: components["schemas"]["ReturnSheetRowOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["ReturnTotals"];
        };
        /** ReturnSheetRowOut */
        ReturnSheetRowOut: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Client Name */
            client_name: string;
            /** Serial No */
            serial_no: string;
            /** Contract No */
            contract_no: string;
            /** Batch No */
            batch_no: string;
            /** Debtor */
            debtor: string;
            /** Id Mask */
            id_mask: string;
            /** Card Mask */
            card_mask: string;
            /**
             * Placed On
             * Format: date
             */
            placed_on: string;
            /** Recall On */
            recall_on: string | null;
            /** Returned On */
            returned_on: string | null;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Retained Times */
            retained_times: number;
            /** Records */
            records: number;
            /** Last Worked On */
            last_worked_on: string | null;
            /** Last Result */
            last_result: string;
            /** Last Note */
            last_note: string;
            /** Promise */
            promise: string;
            /** Reason */
            reason: string;
            /** Outcome */
            outcome: string;
        };
        /** ReturnTotals */
        ReturnTotals: {
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
        };
        /** RetainedOut */
        RetainedOut: {
            /** Retained */
            retained: number[];
            /** Refused */
            refused: components["schemas"]["TermRefusedOut"][];
        };
        /**
         * RetainCasesIn
         * @description Keep cases by ``months`` (the client's own where left out) or until ``term_on``.
         */
        RetainCasesIn: {
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Months */
            months?: number | null;
            /** Term On */
            term_on?: string | null;
        };
        /** RetentionQuery */
        RetentionQuery: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /** State */
            state?: string[] | null;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Case */
            case?: number[] | null;
            /** Asked By */
            asked_by?: number[] | null;
        };
        /** RetentionOut */
        RetentionOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Name */
            client_name: string;
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Term On */
            term_on: string | null;
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Reason */
            reason: string;
            /** Months */
            months: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Decided By */
            decided_by: string;
            /** Decided At */
            decided_at: string | null;
            /** Answer */
            answer: string;
            /** Old Term On */
            old_term_on: string | null;
            /** New Term On */
            new_term_on: string | null;
        };
        /** RetentionTotals */
        RetentionTotals: {
            /** Asked */
            asked: number;
            /** Amount */
            amount: string;
        };
        /** RetentionsOut */
        RetentionsOut: {
            /** Rows */
            rows: components["schemas"]["RetentionOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["RetentionTotals"];
        };
        /** RetentionAskIn */
        RetentionAskIn: {
            /** Case Id */
            case_id: number;
            /** Reason */
            reason: string;
            /** Months */
            months?: number | null;
        };
        /** RetentionsDecidedOut */
        RetentionsDecidedOut: {
            /** Decided */
            decided: number[];
            /** Refused */
            refused: components["schemas"]["TermRefusedOut"][];
        };
        /** RetentionDecideIn */
        RetentionDecideIn: {
            /** Ids */
            ids: number[];
            /** Granted */
            granted: boolean;
            /**
             * Answer
             * @default
             */
            answer: string;
            /** Months */
            months?: number | null;
            /** Term On */
            term_on?: string | null;
        };
        /**
         * TermPauseOut
         * @description A pause; ``to_on`` is the day it went on, ``days`` by how much the term moved.
         */
        TermPauseOut: {
            /** Id */
            id: number;
            /** Reason */
            reason: string;
            /** Note */
            note: string;
            /** Stops Clock */
            stops_clock: boolean;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** To On */
            to_on: string | null;
            /** Days */
            days: number;
            /** Old Term On */
            old_term_on: string | null;
            /** New Term On */
            new_term_on: string | null;
            /** Began By */
            began_by: string;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Ended By */
            ended_by: string;
            /** Ended At */
            ended_at: string | null;
        };
        /** KindOut */
        KindOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Hint */
            hint: string;
        };
        /** InstitutionOut */
        InstitutionOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** FormFieldOut */
        FormFieldOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /** Required */
            required: boolean;
            /** Help */
            help: string;
            /** Choices */
            choices: string[];
        };
        /**
         * FormOut
         * @description One version of a form.
         */
        FormOut: {
            /** Id */
            id: number;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Kind */
            kind: string | null;
            /** Kind Label */
            kind_label: string;
            /** Version */
            version: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Note */
            note: string;
            /** Published At */
            published_at: string | null;
            /** Fields */
            fields: components["schemas"]["FormFieldOut"][];
        };
        /** FormFieldIn */
        FormFieldIn: {
            /**
             * Code
             * @default
             */
            code: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /**
             * Required
             * @default false
             */
            required: boolean;
            /**
             * Help
             * @default
             */
            help: string;
            /** Choices */
            choices?: string[];
        };
        /** FormIn */
        FormIn: {
            /** Role */
            role: string;
            /** Kind */
            kind?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
            /** Fields */
            fields: components["schemas"]["FormFieldIn"][];
        };
        /** MyCaseRowOut */
        MyCaseRowOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Institution */
            institution: string;
            /** Institution Id */
            institution_id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Next */
            next: string;
            /** Who Acts */
            who_acts: string;
            /**
             * Is Yours
             * @description whether it is this party's turn
             */
            is_yours: boolean;
            /** Submitted At */
            submitted_at: string | null;
            /** Term On */
            term_on: string | null;
            /**
             * To Rate
             * @description whether its mediators wait for this side's rating
             */
            to_rate: boolean;
        };
        /** AnsweredOut */
        AnsweredOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /** Required */
            required: boolean;
            /** Help */
            help: string;
            /** Choices */
            choices: string[];
            /** Value */
            value?: unknown;
        };
        /**
         * FellowPartyOut
         * @description A party as the others see him: who he is, and nothing of his numbers.
         */
        FellowPartyOut: {
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
            /** Is Me */
            is_me: boolean;
        };
        /** MyCaseOut */
        MyCaseOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Institution */
            institution: string;
            /** Institution Id */
            institution_id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Next */
            next: string;
            /** Who Acts */
            who_acts: string;
            /**
             * Is Yours
             * @description whether it is this party's turn
             */
            is_yours: boolean;
            /** Submitted At */
            submitted_at: string | null;
            /** Term On */
            term_on: string | null;
            /**
             * To Rate
             * @description whether its mediators wait for this side's rating
             */
            to_rate: boolean;
            /** Happened On */
            happened_on: string | null;
            /** Description */
            description: string;
            /** Claim */
            claim: string;
            /** Amount */
            amount: string;
            /** Region */
            region: string;
            /** Answers */
            answers: components["schemas"]["AnsweredOut"][];
            /** Respondents */
            respondents: components["schemas"]["PartyNamedOut"][];
            /** Co Applicants */
            co_applicants: components["schemas"]["PartyNamedOut"][];
            /** Parties */
            parties: components["schemas"]["FellowPartyOut"][];
            /** My Statement */
            my_statement: string;
            /** My Opinion */
            my_opinion: string;
            remarks: components["schemas"]["ReviewOut"] | null;
            /** My Consent */
            my_consent: string;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            may: components["schemas"]["MyMayOut"];
        };
        /** MyMayOut */
        MyMayOut: {
            /** Change */
            change: boolean;
            /** Submit */
            submit: boolean;
            /** Withdraw */
            withdraw: boolean;
            /** Answer */
            answer: boolean;
            /** Consent */
            consent: boolean;
            /** Rate */
            rate: boolean;
        };
        /**
         * PartyNamedOut
         * @description A respondent as whoever is signed in may see him: his numbers only to the applicant while he may change them.
         */
        PartyNamedOut: {
            /** Party Id */
            party_id: number | null;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Id No
             * @default
             */
            id_no: string;
            /**
             * Address
             * @default
             */
            address: string;
        };
        /** ReviewOut */
        ReviewOut: {
            /** Id */
            id: number;
            /** Decision */
            decision: string;
            /** Decision Label */
            decision_label: string;
            /** Is Second */
            is_second: boolean;
            /** Note */
            note: string;
            /** Remarks */
            remarks: {
                [key: string]: string;
            };
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** StepOut */
        StepOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** At */
            at: string | null;
        };
        /** BeginIn */
        BeginIn: {
            /** Kind */
            kind: string;
            /** Institution Id */
            institution_id?: number | null;
        };
        /**
         * PartyNamedIn
         * @description A respondent, or who applies beside the applicant, as the form names him; of one who is a party already what is left blank stays.
         */
        PartyNamedIn: {
            /** Party Id */
            party_id?: number | null;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Kind
             * @default natural
             * @enum {string}
             */
            kind: "natural" | "enterprise";
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Id No
             * @default
             */
            id_no: string;
            /**
             * Address
             * @default
             */
            address: string;
        };
        /**
         * ToldIn
         * @description What was filled in so far; what is left out stays.
         */
        ToldIn: {
            /** Kind */
            kind?: string | null;
            /** Institution Id */
            institution_id?: number | null;
            /** Happened On */
            happened_on?: string | null;
            /** Description */
            description?: string | null;
            /** Claim */
            claim?: string | null;
            /** Amount */
            amount?: number | string | null;
            /** Region */
            region?: string | null;
            /** Respondents */
            respondents?: components["schemas"]["PartyNamedIn"][] | null;
            /** Co Applicants */
            co_applicants?: components["schemas"]["PartyNamedIn"][] | null;
            /** Answers */
            answers?: {
                [key: string]: unknown;
            } | null;
        };
        /** WithdrawIn */
        WithdrawIn: {
            /** Reason */
            reason: string;
        };
        /** RespondentAnswerIn */
        RespondentAnswerIn: {
            /**
             * Opinion
             * @enum {string}
             */
            opinion: "agrees" | "partly" | "disputes";
            /**
             * Statement
             * @default
             */
            statement: string;
        };
        /**
         * DisputeQuery
         * @description Filters on disputes: those on every case, and what only mediation knows.
         *
         *     ``appointed`` is ``mediator:from..to``, a mediator and the days on which he was appointed; both days may be left out.
         */
        DisputeQuery: {
            /** Q */
            q?: string | null;
            /** Client */
            client?: number[] | null;
            /** Batch */
            batch?: number[] | null;
            /** Unit */
            unit?: number[] | null;
            /** Holder */
            holder?: number[] | null;
            /** Clerk */
            clerk?: number[] | null;
            /** Unassigned */
            unassigned?: boolean | null;
            /** State */
            state?: string[] | null;
            /** Is Open */
            is_open?: boolean | null;
            /** Category */
            category?: string[] | null;
            /** Region */
            region?: string[] | null;
            /** Colour */
            colour?: string[] | null;
            /** Tags */
            tags?: string[] | null;
            /** Amount From */
            amount_from?: number | string | null;
            /** Amount To */
            amount_to?: number | string | null;
            /** Settled From */
            settled_from?: number | string | null;
            /** Settled To */
            settled_to?: number | string | null;
            /** Balance From */
            balance_from?: number | string | null;
            /** Balance To */
            balance_to?: number | string | null;
            /** Opened From */
            opened_from?: string | null;
            /** Opened To */
            opened_to?: string | null;
            /** Assigned From */
            assigned_from?: string | null;
            /** Assigned To */
            assigned_to?: string | null;
            /** Closed From */
            closed_from?: string | null;
            /** Closed To */
            closed_to?: string | null;
            /** Term From */
            term_from?: string | null;
            /** Term To */
            term_to?: string | null;
            /** Last Worked From */
            last_worked_from?: string | null;
            /** Last Worked To */
            last_worked_to?: string | null;
            /** Never Worked */
            never_worked?: boolean | null;
            /** Idle Days */
            idle_days?: number | null;
            /** Next Work From */
            next_work_from?: string | null;
            /** Next Work To */
            next_work_to?: string | null;
            /** Custom */
            custom?: string[] | null;
            /** Kind */
            kind?: string[] | null;
            /** Role */
            role?: string[] | null;
            /** Source */
            source?: string[] | null;
            /** Outcome */
            outcome?: string[] | null;
            /** Mediator */
            mediator?: number[] | null;
            /** Asked Of */
            asked_of?: number[] | null;
            /** Appointed */
            appointed?: string | null;
            /** Applicant Account */
            applicant_account?: number[] | null;
            /** Respondent Account */
            respondent_account?: number[] | null;
            /** Submitted From */
            submitted_from?: string | null;
            /** Submitted To */
            submitted_to?: string | null;
            /** Accepted From */
            accepted_from?: string | null;
            /** Accepted To */
            accepted_to?: string | null;
        };
        /** DisputeListOut */
        DisputeListOut: {
            /** Rows */
            rows: components["schemas"]["DisputeRowOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["TotalsOut"];
        };
        /**
         * DisputeRowOut
         * @description A dispute in a list.
         */
        DisputeRowOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Line */
            line: string;
            /** Title */
            title: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Is Open */
            is_open: boolean;
            /** Person Id */
            person_id: number;
            /** Id Mask */
            id_mask: string;
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Batch Id */
            batch_id: number | null;
            /** Batch */
            batch: string | null;
            /** Unit Id */
            unit_id: number | null;
            /** Unit */
            unit: string | null;
            /** Holder Id */
            holder_id: number | null;
            /** Holder */
            holder: string | null;
            /** Clerk Id */
            clerk_id: number | null;
            /** Clerk */
            clerk: string | null;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Currency */
            currency: string;
            /** Category */
            category: string;
            /** Region */
            region: string;
            /** Colour */
            colour: string;
            /** Tags */
            tags: string[];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Assigned At */
            assigned_at: string | null;
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** First Worked At */
            first_worked_at: string | null;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Days Since Work */
            days_since_work: number | null;
            /** Stale Level */
            stale_level: number;
            /** Next Work On */
            next_work_on: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Moves */
            moves: components["schemas"]["RowMoveOut"][];
            /**
             * Role
             * @default
             */
            role: string;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Outcome
             * @default
             */
            outcome: string;
            /**
             * Applicant
             * @default
             */
            applicant: string;
            /**
             * Respondent
             * @description the first respondent, of several with how many
             * @default
             */
            respondent: string;
            /** Respondents */
            respondents?: string[];
            /** Mediators */
            mediators?: string[];
            /**
             * Said
             * @description each side's last clear answer, by part
             */
            said?: {
                [key: string]: string;
            };
            /** Submitted At */
            submitted_at?: string | null;
            /** Answered At */
            answered_at?: string | null;
            /** Accepted At */
            accepted_at?: string | null;
            /** Mediator Due On */
            mediator_due_on?: string | null;
        };
        /** ApplicationOut */
        ApplicationOut: {
            /** Case Id */
            case_id: number;
            /** No */
            no: string;
            /** State */
            state: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Role */
            role: string;
            /** Role Label */
            role_label: string;
            /** Source Label */
            source_label: string;
            /** Institution */
            institution: string;
            /** Happened On */
            happened_on: string | null;
            /** Description */
            description: string;
            /** Claim */
            claim: string;
            /** Amount */
            amount: string;
            /** Region */
            region: string;
            /** Answers */
            answers: components["schemas"]["AnsweredOut"][];
            /** Form Version */
            form_version: number;
            /** Submitted At */
            submitted_at: string | null;
            /** Invited At */
            invited_at: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Accepted At */
            accepted_at: string | null;
            /** Mediator Due On */
            mediator_due_on: string | null;
            /** Outcome */
            outcome: string;
            /** Parties */
            parties: components["schemas"]["SideOfCaseOut"][];
            /** May Add Party */
            may_add_party: boolean;
            /** Reviews */
            reviews: components["schemas"]["ReviewOut"][];
            /**
             * May Reveal
             * @description whether this person may ask for a number behind a mask
             */
            may_reveal: boolean;
            /**
             * May Amend
             * @description sent back, and to be amended here: the applicant has no account
             */
            may_amend: boolean;
        };
        /**
         * EnterpriseSideOut
         * @description How the registration of an enterprise that takes part stands, and since when it shows a licence.
         */
        EnterpriseSideOut: {
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Licence At */
            licence_at: string | null;
            /** Licence Is Pdf */
            licence_is_pdf: boolean;
        };
        /** SideOfCaseOut */
        SideOfCaseOut: {
            /** Id */
            id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
            /** Has Account */
            has_account: boolean;
            /** Opinion Label */
            opinion_label: string;
            /** Statement */
            statement: string;
            /** Answered At */
            answered_at: string | null;
            /** Left At */
            left_at: string | null;
            /** Left Why */
            left_why: string;
            /**
             * May Leave
             * @description whether whoever reads may let him go now
             */
            may_leave: boolean;
            enterprise: components["schemas"]["EnterpriseSideOut"] | null;
        };
        /**
         * EnterIn
         * @description An application taken down by staff.
         */
        EnterIn: {
            /** Kind */
            kind: string;
            /** Institution Id */
            institution_id?: number | null;
            /**
             * Role
             * @default person
             * @enum {string}
             */
            role: "person" | "enterprise" | "institution";
            /**
             * Source
             * @default applied
             * @enum {string}
             */
            source: "applied" | "found" | "referred";
            /** Applicant Name */
            applicant_name: string;
            /** Applicant Mobile */
            applicant_mobile: string;
            /**
             * Applicant Id No
             * @default
             */
            applicant_id_no: string;
            told: components["schemas"]["ToldIn"];
        };
        /**
         * DisputeSearchIn
         * @description A list question in a body, for when ``q`` holds a number that no address may carry.
         */
        DisputeSearchIn: {
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * @default {
             *       "q": null,
             *       "client": null,
             *       "batch": null,
             *       "unit": null,
             *       "holder": null,
             *       "clerk": null,
             *       "unassigned": null,
             *       "state": null,
             *       "is_open": null,
             *       "category": null,
             *       "region": null,
             *       "colour": null,
             *       "tags": null,
             *       "amount_from": null,
             *       "amount_to": null,
             *       "settled_from": null,
             *       "settled_to": null,
             *       "balance_from": null,
             *       "balance_to": null,
             *       "opened_from": null,
             *       "opened_to": null,
             *       "assigned_from": null,
             *       "assigned_to": null,
             *       "closed_from": null,
             *       "closed_to": null,
             *       "term_from": null,
             *       "term_to": null,
             *       "last_worked_from": null,
             *       "last_worked_to": null,
             *       "never_worked": null,
             *       "idle_days": null,
             *       "next_work_from": null,
             *       "next_work_to": null,
             *       "custom": null,
             *       "kind": null,
             *       "role": null,
             *       "source": null,
             *       "outcome": null,
             *       "mediator": null,
             *       "asked_of": null,
             *       "appointed": null,
             *       "applicant_account": null,
             *       "respondent_account": null,
             *       "submitted_from": null,
             *       "submitted_to": null,
             *       "accepted_from": null,
             *       "accepted_to": null
             *     }
             */
            filter: components["schemas"]["DisputeQuery"];
        };
        /** PartyToAmendOut */
        PartyToAmendOut: {
            /** Party Id */
            party_id: number;
            /** Name */
            name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "natural" | "enterprise";
            /** Phone Mask */
            phone_mask: string;
            /** Address Mask */
            address_mask: string;
        };
        /**
         * ToAmendOut
         * @description An application that was sent back, as the form takes it; the parties' numbers only as masks.
         */
        ToAmendOut: {
            /** No */
            no: string;
            /** Note */
            note: string;
            /** Remarks */
            remarks: {
                [key: string]: string;
            };
            /** Applicant Name */
            applicant_name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "person" | "enterprise" | "institution";
            /**
             * Source
             * @enum {string}
             */
            source: "applied" | "found" | "referred";
            /** Kind */
            kind: string;
            /** Institution Id */
            institution_id: number;
            /** Happened On */
            happened_on: string | null;
            /** Amount */
            amount: string;
            /** Region */
            region: string;
            /** Description */
            description: string;
            /** Claim */
            claim: string;
            /** Answers */
            answers: components["schemas"]["AnsweredOut"][];
            /** Respondents */
            respondents: components["schemas"]["PartyToAmendOut"][];
            /** Co Applicants */
            co_applicants: components["schemas"]["PartyToAmendOut"][];
        };
        /**
         * EvidenceOut
         * @description One's own files; ``may_change``: whether files may be added and taken off now.
         */
        EvidenceOut: {
            /** Rows */
            rows: components["schemas"]["FileOut"][];
            /** Count */
            count: number;
            /** May Change */
            may_change: boolean;
        };
        /** EvidenceFinishIn */
        EvidenceFinishIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * PartyAddIn
         * @description One more party of a side, and why.
         */
        PartyAddIn: {
            /**
             * Part
             * @default respondent
             * @enum {string}
             */
            part: "applicant" | "respondent";
            /** Name */
            name: string;
            /**
             * Kind
             * @default natural
             * @enum {string}
             */
            kind: "natural" | "enterprise";
            /** Phone */
            phone: string;
            /**
             * Id No
             * @default
             */
            id_no: string;
            /**
             * Address
             * @default
             */
            address: string;
            /** Reason */
            reason: string;
        };
        /** PartyLeaveIn */
        PartyLeaveIn: {
            /** Reason */
            reason: string;
        };
        /** ConsentIn */
        ConsentIn: {
            /** Willing */
            willing: boolean;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** AnswerRowOut */
        AnswerRowOut: {
            /** Id */
            id: number;
            /** Party Id */
            party_id: number;
            /** Said */
            said: string;
            /** Said Label */
            said_label: string;
            /** Way Label */
            way_label: string;
            /** Note */
            note: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** ConsentOut */
        ConsentOut: {
            /** Case Id */
            case_id: number;
            /** State */
            state: string;
            /** Robot Live */
            robot_live: boolean;
            /** Robot About */
            robot_about: string;
            /** Sides */
            sides: components["schemas"]["SideOut"][];
        };
        /**
         * PhoneOut
         * @description A number a side may be called on, masked.
         */
        PhoneOut: {
            /** Id */
            id: number;
            /** Mask */
            mask: string;
            /** Label */
            label: string;
        };
        /**
         * RobotCallRowOut
         * @description One call of the robot; its conversation is asked for by itself.
         */
        RobotCallRowOut: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Connected */
            connected: boolean | null;
            /** Said */
            said: string;
            /** Said Label */
            said_label: string;
            /** Why */
            why: string;
            /** Turns */
            turns: number;
        };
        /**
         * RobotOut
         * @description Where the robot stands with a party: calls that went out of how many, and when the next is due.
         */
        RobotOut: {
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Attempts */
            attempts: number;
            /** Most */
            most: number;
            /** Next At */
            next_at: string | null;
            /** Why */
            why: string;
            /** May Stop */
            may_stop: boolean;
            /** Calls */
            calls: components["schemas"]["RobotCallRowOut"][];
        };
        /** SideOut */
        SideOut: {
            /** Party Id */
            party_id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
            /** Said */
            said: string;
            /** Said Label */
            said_label: string;
            /** At */
            at: string | null;
            /** Has Account */
            has_account: boolean;
            /** Phones */
            phones: components["schemas"]["PhoneOut"][];
            robot: components["schemas"]["RobotOut"] | null;
            /** Answers */
            answers: components["schemas"]["AnswerRowOut"][];
        };
        /** TakeDownIn */
        TakeDownIn: {
            /** Party Id */
            party_id: number;
            /**
             * Said
             * @enum {string}
             */
            said: "willing" | "unwilling" | "unclear" | "not_reached";
            /**
             * Way
             * @enum {string}
             */
            way: "call" | "meeting";
            /**
             * Note
             * @default
             */
            note: string;
            /** Attempt Id */
            attempt_id?: number | null;
        };
        /** CallPermitOut */
        CallPermitOut: {
            /** Attempt Id */
            attempt_id: number;
        };
        /** CallPermitIn */
        CallPermitIn: {
            /** Party Id */
            party_id: number;
            /** Point Id */
            point_id: number;
        };
        /** RobotConversationOut */
        RobotConversationOut: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Connected */
            connected: boolean | null;
            /** Identified */
            identified: boolean | null;
            /** Said Label */
            said_label: string;
            /** Why */
            why: string;
            /** Audio Url */
            audio_url: string;
            /** Turns */
            turns: components["schemas"]["RobotTurnOut"][];
        };
        /** RobotTurnOut */
        RobotTurnOut: {
            /** By */
            by: string;
            /** By Label */
            by_label: string;
            /** Text */
            text: string;
            /** Intent */
            intent: string;
            /** Intent Label */
            intent_label: string;
            /** Confidence */
            confidence: number | null;
            /** Audio Url */
            audio_url: string;
        };
        /** ConsentPoliciesOut */
        ConsentPoliciesOut: {
            /** Robot Live */
            robot_live: boolean;
            /** Robot About */
            robot_about: string;
            /** Rows */
            rows: components["schemas"]["ConsentPolicyOut"][];
        };
        /**
         * ConsentPolicyOut
         * @description How one institution asks; ``changed_at`` is empty while the defaults hold.
         */
        ConsentPolicyOut: {
            /** Institution Id */
            institution_id: number;
            /** Name */
            name: string;
            /** Robot Asks */
            robot_asks: boolean;
            /** Spacing Hours */
            spacing_hours: number;
            /** Unwilling */
            unwilling: string;
            /** Unwilling Label */
            unwilling_label: string;
            /** Changed At */
            changed_at: string | null;
            /** By */
            by: string;
        };
        /** ConsentPolicyIn */
        ConsentPolicyIn: {
            /** Robot Asks */
            robot_asks: boolean;
            /** Spacing Hours */
            spacing_hours: number;
            /**
             * Unwilling
             * @enum {string}
             */
            unwilling: "person" | "close";
        };
        /** LibraryOut */
        LibraryOut: {
            /** Rows */
            rows: components["schemas"]["MediatorOut"][];
            /** Count */
            count: number;
        };
        /** MediatorOut */
        MediatorOut: {
            /** Id */
            id: number;
            /** Account Id */
            account_id: number;
            /** Name */
            name: string;
            /** Mobile Mask */
            mobile_mask: string;
            /** Institution Id */
            institution_id: number;
            /** Institution */
            institution: string;
            /** Profession */
            profession: string;
            /** Specialties */
            specialties: string[];
            /** Specialty Labels */
            specialty_labels: string[];
            /** Appointed On */
            appointed_on: string | null;
            /** Joined On */
            joined_on: string | null;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Note */
            note: string;
            /** Going On */
            going_on: number;
            /** Total */
            total: number;
            /** Succeeded */
            succeeded: number;
            /** Rating */
            rating: string | null;
            /** Rated */
            rated: number;
            /** Against */
            against: string[];
            /** Fits */
            fits: boolean;
        };
        /** MediatorMadeOut */
        MediatorMadeOut: {
            /** Id */
            id: number;
            /** Password */
            password: string;
        };
        /** MediatorIn */
        MediatorIn: {
            /**
             * Profession
             * @default
             */
            profession: string;
            /** Specialties */
            specialties?: string[];
            /** Appointed On */
            appointed_on?: string | null;
            /** Joined On */
            joined_on?: string | null;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "away" | "left";
            /**
             * Note
             * @default
             */
            note: string;
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Mobile */
            mobile: string;
            /** Institution Id */
            institution_id: number;
        };
        /**
         * MediatorFactsIn
         * @description What is left out stays.
         */
        MediatorFactsIn: {
            /**
             * Profession
             * @default
             */
            profession: string;
            /** Specialties */
            specialties?: string[];
            /** Appointed On */
            appointed_on?: string | null;
            /** Joined On */
            joined_on?: string | null;
            /**
             * State
             * @default active
             * @enum {string}
             */
            state: "active" | "away" | "left";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** AppointmentOut */
        AppointmentOut: {
            /** Id */
            id: number;
            /** Mediator Id */
            mediator_id: number;
            /** Name */
            name: string;
            /** Institution */
            institution: string;
            /** Is Lead */
            is_lead: boolean;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Conflict */
            conflict: string;
            /** Why */
            why: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Answered At */
            answered_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Is Mine */
            is_mine: boolean;
        };
        /** AppointIn */
        AppointIn: {
            /** Mediators */
            mediators: number[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ReplaceIn */
        ReplaceIn: {
            /** Leaving */
            leaving: number;
            /** Mediator */
            mediator: number;
            /** Why */
            why: string;
        };
        /** DeclineIn */
        DeclineIn: {
            /**
             * Why
             * @default
             */
            why: string;
            /**
             * Conflict
             * @default
             */
            conflict: string;
        };
        /** MediationRecordOut */
        MediationRecordOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Text */
            text: string;
            /**
             * Happened At
             * Format: date-time
             */
            happened_at: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** By */
            by: string;
            /** Booking Id */
            booking_id: number | null;
        };
        /** MediationRecordsOut */
        MediationRecordsOut: {
            /** Rows */
            rows: components["schemas"]["MediationRecordOut"][];
            /** Count */
            count: number;
        };
        /** MediationRecordIn */
        MediationRecordIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "progress" | "problem" | "session" | "contact";
            /** Text */
            text: string;
            /** Happened At */
            happened_at?: string | null;
            /** Booking Id */
            booking_id?: number | null;
            /**
             * Key
             * @description the sender's own: sent again it is one
             */
            key: string;
        };
        /**
         * FactsCorrectIn
         * @description What is left out stays.
         */
        FactsCorrectIn: {
            /** Happened On */
            happened_on?: string | null;
            /**
             * Claim
             * @default
             */
            claim: string;
            /** Amount */
            amount?: number | string | null;
            /**
             * Region
             * @default
             */
            region: string;
            /** Why */
            why: string;
        };
        /** CaseSessionOut */
        CaseSessionOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Room Id */
            room_id: number | null;
            /** Room Name */
            room_name: string;
            /** Place */
            place: string;
            /** Case Id */
            case_id: number | null;
            /** Case No */
            case_no: string;
            /** Case Title */
            case_title: string;
            /** Subject */
            subject: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** By */
            by: string;
            /** Cancelled */
            cancelled: boolean;
            /** Reason */
            reason: string;
            /** Join Url */
            join_url: string;
            /** Meeting Code */
            meeting_code: string;
            /** Meeting Password */
            meeting_password: string;
            /** May Change */
            may_change: boolean;
            /** Is Over */
            is_over: boolean;
            meeting: components["schemas"]["OnlineMeetingOut"] | null;
            /** Recordings */
            recordings: components["schemas"]["RecordingOut"][];
        };
        /** CaseSessionsOut */
        CaseSessionsOut: {
            /** Rows */
            rows: components["schemas"]["CaseSessionOut"][];
            /** Count */
            count: number;
            /** May Book */
            may_book: boolean;
            /** Meeting Live */
            meeting_live: boolean;
            /** Meeting About */
            meeting_about: string;
        };
        /** OnlineMeetingOut */
        OnlineMeetingOut: {
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Failure */
            failure: string;
        };
        /** RecordingOut */
        RecordingOut: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** MeetingLinkIn */
        MeetingLinkIn: {
            /** Join Url */
            join_url: string;
            /**
             * Code
             * @default
             */
            code: string;
            /**
             * Password
             * @default
             */
            password: string;
        };
        /** RecordingLinkOut */
        RecordingLinkOut: {
            /** Url */
            url: string;
        };
        /** MediationOfferOut */
        MediationOfferOut: {
            /** Id */
            id: number;
            /** Of Id */
            of_id: number | null;
            /** Of Label */
            of_label: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Text */
            text: string;
            /** Amount */
            amount: string | null;
            /** By */
            by: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Shares */
            shares: components["schemas"]["OfferShareOut"][];
        };
        /** MediationOffersOut */
        MediationOffersOut: {
            /** Rows */
            rows: components["schemas"]["MediationOfferOut"][];
            /** Count */
            count: number;
            /** Sides */
            sides: components["schemas"]["OfferSideOut"][];
        };
        /** OfferAnswerOut */
        OfferAnswerOut: {
            /**
             * Said
             * @enum {string}
             */
            said: "accepted" | "declined" | "countered";
            /** Said Label */
            said_label: string;
            /** Text */
            text: string;
            /** Amount */
            amount: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** OfferShareOut */
        OfferShareOut: {
            /** Party Id */
            party_id: number;
            /** Name */
            name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            answer: components["schemas"]["OfferAnswerOut"] | null;
        };
        /** OfferSideOut */
        OfferSideOut: {
            /** Party Id */
            party_id: number;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
        };
        /**
         * MediationOfferIn
         * @description Without ``of_id``: the mediator's own proposal.
         */
        MediationOfferIn: {
            /** Of Id */
            of_id?: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "offer" | "concession" | "limit";
            /** Text */
            text: string;
            /** Amount */
            amount?: number | string | null;
            /**
             * Key
             * @description the sender's own: sent again it is one
             */
            key: string;
        };
        /** DiscloseIn */
        DiscloseIn: {
            /** To Id */
            to_id: number;
        };
        /** ApprovalOut */
        ApprovalOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Line Label */
            line_label: string;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Case Title */
            case_title: string;
            /** Text */
            text: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided By */
            decided_by: string;
            /** Decided At */
            decided_at: string | null;
            /** Note */
            note: string;
            /** May Decide */
            may_decide: boolean;
            /** May Withdraw */
            may_withdraw: boolean;
        };
        /** ExtensionOut */
        ExtensionOut: {
            /** Term On */
            term_on: string | null;
            /** Days Left */
            days_left: number | null;
            /** Working Days Left */
            working_days_left: number;
            /** Most Days */
            most_days: number;
            /** May Ask */
            may_ask: boolean;
            /** Rows */
            rows: components["schemas"]["ApprovalOut"][];
            /**
             * Stopped
             * @description the clock is paused now
             */
            stopped: boolean;
            /** Stops */
            stops: components["schemas"]["TermPauseOut"][];
            /** Stop Reasons */
            stop_reasons: components["schemas"]["PauseReasonOut"][];
        };
        /** PauseReasonOut */
        PauseReasonOut: {
            /** Id */
            id: number;
            /** Line */
            line: string;
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Stops Clock */
            stops_clock: boolean;
            /** Is Active */
            is_active: boolean;
        };
        /** ExtensionIn */
        ExtensionIn: {
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Reason */
            reason: string;
            /**
             * Agreed
             * @description both parties have agreed
             */
            agreed: boolean;
        };
        /** ClockStopIn */
        ClockStopIn: {
            /** Reason */
            reason: string;
            /** Note */
            note: string;
        };
        /** CatalogueQuery */
        CatalogueQuery: {
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Kind
             * @default
             */
            kind: string;
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
        };
        /** CatalogueKindOut */
        CatalogueKindOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /** CatalogueOut */
        CatalogueOut: {
            /** Rows */
            rows: components["schemas"]["CatalogueRowOut"][];
            /** Count */
            count: number;
            /** Kinds */
            kinds: components["schemas"]["CatalogueKindOut"][];
        };
        /** CatalogueRowOut */
        CatalogueRowOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Case Title */
            case_title: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Place */
            place: string;
            /** Note */
            note: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** MySessionOut */
        MySessionOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** Place */
            place: string;
            /** Room Name */
            room_name: string;
            /** Cancelled */
            cancelled: boolean;
            /** Reason */
            reason: string;
            /** Is Over */
            is_over: boolean;
            /** Join Url */
            join_url: string;
            /** Meeting Code */
            meeting_code: string;
            /** Meeting Password */
            meeting_password: string;
        };
        /** ShownOfferOut */
        ShownOfferOut: {
            /** Id */
            id: number;
            /** Of Label */
            of_label: string;
            /** Kind Label */
            kind_label: string;
            /** Text */
            text: string;
            /** Amount */
            amount: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Withdrawn */
            withdrawn: boolean;
            /**
             * Superseded
             * @description the other side has put a newer one since
             */
            superseded: boolean;
            answer: components["schemas"]["OfferAnswerOut"] | null;
            /** May Answer */
            may_answer: boolean;
        };
        /**
         * OfferAnswerIn
         * @description ``amount`` counts with a counter-offer only, whose ``text`` says what one offers instead.
         */
        OfferAnswerIn: {
            /**
             * Said
             * @enum {string}
             */
            said: "accepted" | "declined" | "countered";
            /**
             * Text
             * @default
             */
            text: string;
            /** Amount */
            amount?: number | string | null;
        };
        /**
         * TalkRoomOut
         * @description One room; ``audience`` is what a message sent from here must state, ``audience_label`` what is shown.
         */
        TalkRoomOut: {
            /** Room */
            room: string;
            /** Name */
            name: string;
            /** Is Private */
            is_private: boolean;
            /** Audience */
            audience: string;
            /** Audience Label */
            audience_label: string;
            /** Unread */
            unread: number;
            /** Last At */
            last_at: string | null;
            /** May Say */
            may_say: boolean;
        };
        /** MessageFileOut */
        MessageFileOut: {
            /** Name */
            name: string;
            /** Size */
            size: number;
            /** Media Type */
            media_type: string;
        };
        /** RoomMessageOut */
        RoomMessageOut: {
            /** Id */
            id: number;
            /** Audience */
            audience: string;
            /** Audience Label */
            audience_label: string;
            /** Text */
            text: string;
            file: components["schemas"]["MessageFileOut"] | null;
            /** Name */
            name: string;
            /** From Mediator */
            from_mediator: boolean;
            /** Is Mine */
            is_mine: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** RoomMessagesOut */
        RoomMessagesOut: {
            /** Room */
            room: string;
            /** Audience */
            audience: string;
            /** Audience Label */
            audience_label: string;
            /** Rows */
            rows: components["schemas"]["RoomMessageOut"][];
        };
        /**
         * RoomMessageIn
         * @description ``audience`` is the one the writer was shown; where it is not the room's, nothing is sent.
         */
        RoomMessageIn: {
            /** Text */
            text: string;
            /** Audience */
            audience: string;
            /**
             * Key
             * @description the sender's own: sent again it is one
             */
            key: string;
        };
        /**
         * RoomFileIn
         * @description What goes with a file into a room, as a form; words are not needed then.
         */
        RoomFileIn: {
            /**
             * Text
             * @default
             */
            text: string;
            /** Audience */
            audience: string;
            /**
             * Key
             * @description the sender's own: sent again it is one
             */
            key: string;
        };
        /** RoomSeenIn */
        RoomSeenIn: {
            /** Message Id */
            message_id: number;
        };
        /** TypicalCaseOut */
        TypicalCaseOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Title */
            title: string;
            /** Facts */
            facts: string;
            /** Handling */
            handling: string;
            /** Result */
            result: string;
            /** Basis */
            basis: string;
            /** By */
            by: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** TypicalCasePageOut */
        TypicalCasePageOut: {
            /** Rows */
            rows: components["schemas"]["TypicalCaseOut"][];
            /** Count */
            count: number;
        };
        /** TypicalCaseIn */
        TypicalCaseIn: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Facts */
            facts: string;
            /**
             * Handling
             * @default
             */
            handling: string;
            /**
             * Result
             * @default
             */
            result: string;
            /**
             * Basis
             * @default
             */
            basis: string;
        };
        /**
         * TypicalCaseChangeIn
         * @description What is left out stays.
         */
        TypicalCaseChangeIn: {
            /** Kind */
            kind?: string | null;
            /** Title */
            title?: string | null;
            /** Facts */
            facts?: string | null;
            /** Handling */
            handling?: string | null;
            /** Result */
            result?: string | null;
            /** Basis */
            basis?: string | null;
        };
        /**
         * AlikeOut
         * @description A typical case proposed for a case at hand.
         */
        AlikeOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Title */
            title: string;
            /** Facts */
            facts: string;
            /** Handling */
            handling: string;
            /** Result */
            result: string;
            /** Basis */
            basis: string;
            /** By */
            by: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Shared */
            shared: string[];
        };
        /** AgreedTermOut */
        AgreedTermOut: {
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Payer Id */
            payer_id: number | null;
            /** Payer */
            payer: string;
            /** Payee Id */
            payee_id: number | null;
            /** Payee */
            payee: string;
            /** Amount */
            amount: string | null;
            /** Due On */
            due_on: string | null;
            /** Text */
            text: string;
        };
        /** ClosingBookingOut */
        ClosingBookingOut: {
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** Place */
            place: string;
        };
        /** ClosingOut */
        ClosingOut: {
            /** Case Id */
            case_id: number;
            /** State */
            state: string;
            closing: components["schemas"]["ClosingRowOut"] | null;
            /** History */
            history: components["schemas"]["ClosingRowOut"][];
            /** Findings */
            findings: components["schemas"]["FoundOnAgreementOut"][];
            /** Unsigned */
            unsigned: string[];
            /** Bookings */
            bookings: components["schemas"]["ClosingBookingOut"][];
            /** Parties */
            parties: components["schemas"]["ClosingPartyOut"][];
            clock: components["schemas"]["CourtClockOut"] | null;
            /** May Request */
            may_request: boolean;
            /** May Decide */
            may_decide: boolean;
            /** May Reopen */
            may_reopen: boolean;
            /** May Complete */
            may_complete: boolean;
            /** May File */
            may_file: boolean;
        };
        /** ClosingPartyOut */
        ClosingPartyOut: {
            /** Id */
            id: number;
            /** Part Label */
            part_label: string;
            /** Name */
            name: string;
        };
        /** ClosingRowOut */
        ClosingRowOut: {
            /** Id */
            id: number;
            /** Outcome */
            outcome: string;
            /** Outcome Label */
            outcome_label: string;
            /** Note */
            note: string;
            /** Points */
            points: string;
            /** Performance */
            performance: string;
            /** Amount */
            amount: string | null;
            /** Court */
            court: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** By */
            by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided By */
            decided_by: string;
            /** Decided At */
            decided_at: string | null;
            /** Why */
            why: string;
            /** Terms */
            terms: components["schemas"]["AgreedTermOut"][];
        };
        /** CourtClockOut */
        CourtClockOut: {
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Days Left */
            days_left: number | null;
            /** Filed On */
            filed_on: string | null;
            /** Court */
            court: string;
            /** Court No */
            court_no: string;
        };
        /** FoundOnAgreementOut */
        FoundOnAgreementOut: {
            /**
             * Level
             * @enum {string}
             */
            level: "block" | "warn";
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Law */
            law: string;
        };
        /** ClosingIn */
        ClosingIn: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "agreed" | "confirmed" | "failed";
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Points
             * @default
             */
            points: string;
            /**
             * Performance
             * @default
             */
            performance: string;
            /** Amount */
            amount?: number | string | null;
            /**
             * Court
             * @default
             */
            court: string;
            /** Terms */
            terms?: components["schemas"]["TermIn"][];
        };
        /** TermIn */
        TermIn: {
            /**
             * Kind
             * @default pay
             * @enum {string}
             */
            kind: "pay" | "do";
            /** Payer Id */
            payer_id?: number | null;
            /** Payee Id */
            payee_id?: number | null;
            /** Amount */
            amount?: number | string | null;
            /** Due On */
            due_on?: string | null;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** ClosingNoteIn */
        ClosingNoteIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ClosingReasonIn */
        ClosingReasonIn: {
            /** Reason */
            reason: string;
        };
        /** EffectiveIn */
        EffectiveIn: {
            /** Effective On */
            effective_on?: string | null;
        };
        /** CourtFilingIn */
        CourtFilingIn: {
            /**
             * Filed On
             * Format: date
             */
            filed_on: string;
            /** Court */
            court: string;
            /**
             * Court No
             * @default
             */
            court_no: string;
        };
        /** BundleLinkOut */
        BundleLinkOut: {
            /** Url */
            url: string;
        };
        /** CourtBundleIn */
        CourtBundleIn: {
            /** Files */
            files?: number[];
        };
        /** PartyPaperOut */
        PartyPaperOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Signed At */
            signed_at: string | null;
            /** Final At */
            final_at: string | null;
            /** Signer Id */
            signer_id: number | null;
        };
        /** ArchiveEntryOut */
        ArchiveEntryOut: {
            /** Path */
            path: string;
            /** Title */
            title: string;
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            /** Place */
            place: string;
        };
        /** ArchivePageOut */
        ArchivePageOut: {
            /** Case Id */
            case_id: number;
            /** State */
            state: string;
            /** Checklist */
            checklist: components["schemas"]["ChecklistItemOut"][];
            /** Reviews */
            reviews: components["schemas"]["ArchiveReviewOut"][];
            archive: components["schemas"]["ArchivedFileOut"] | null;
        };
        /** ArchiveRemarkOut */
        ArchiveRemarkOut: {
            /** Item */
            item: string;
            /** Text */
            text: string;
        };
        /** ArchiveReviewOut */
        ArchiveReviewOut: {
            /** Id */
            id: number;
            /** Step */
            step: string;
            /** Step Label */
            step_label: string;
            /** Note */
            note: string;
            /** Remarks */
            remarks: components["schemas"]["ArchiveRemarkOut"][];
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** ArchivedFileOut */
        ArchivedFileOut: {
            /** No */
            no: string;
            /** By */
            by: string;
            /**
             * Sealed At
             * Format: date-time
             */
            sealed_at: string;
            /** Sha256 */
            sha256: string;
            /** Entries */
            entries: components["schemas"]["ArchiveEntryOut"][];
        };
        /** ChecklistItemOut */
        ChecklistItemOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Must */
            must: boolean;
            /** Held */
            held: string;
            /** Hint */
            hint: string;
        };
        /** ArchiveLinkOut */
        ArchiveLinkOut: {
            /** Url */
            url: string;
        };
        /**
         * OwnRatingsOut
         * @description ``why_not`` is blank while the party may rate, up to and including ``until``.
         */
        OwnRatingsOut: {
            /** Case Id */
            case_id: number;
            /** No */
            no: string;
            /** Title */
            title: string;
            /** Until */
            until: string | null;
            /** Why Not */
            why_not: string;
            /** Mediators */
            mediators: components["schemas"]["RatedMediatorOut"][];
        };
        /**
         * RatedMediatorOut
         * @description A mediator of the case; ``stars`` is null while the party has not rated him.
         */
        RatedMediatorOut: {
            /** Mediator Id */
            mediator_id: number;
            /** Name */
            name: string;
            /** Stars */
            stars: number | null;
            /** Comment */
            comment: string;
            /** At */
            at: string | null;
        };
        /** RatingIn */
        RatingIn: {
            /** Mediator Id */
            mediator_id: number;
            /** Stars */
            stars: number;
            /**
             * Comment
             * @default
             */
            comment: string;
        };
        /** MediatorRatingsOut */
        MediatorRatingsOut: {
            /** Average */
            average: string | null;
            /** Count */
            count: number;
            /** Rows */
            rows: components["schemas"]["NamelessRatingOut"][];
        };
        /** NamelessRatingOut */
        NamelessRatingOut: {
            /** Case Id */
            case_id: number;
            /** No */
            no: string;
            /** Category */
            category: string;
            /** Stars */
            stars: number;
            /** Comment */
            comment: string;
        };
        /** RatingPageOut */
        RatingPageOut: {
            /** Rows */
            rows: components["schemas"]["RatingRowOut"][];
            /** Count */
            count: number;
        };
        /** RatingRowOut */
        RatingRowOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** No */
            no: string;
            /** Mediator Id */
            mediator_id: number;
            /** Mediator */
            mediator: string;
            /** Party */
            party: string;
            /** Part Label */
            part_label: string;
            /** Stars */
            stars: number;
            /** Comment */
            comment: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * PointsOut
         * @description What each figure earned of its weight.
         */
        PointsOut: {
            /** Total */
            total: string;
            /** Going On */
            going_on: string;
            /** Succeeded */
            succeeded: string;
            /** Success Rate */
            success_rate: string;
            /** Rating */
            rating: string;
            /** Days */
            days: string;
        };
        /**
         * RankedDrillOut
         * @description What the list behind each figure is asked: that of ratings for ``rating``, that of cases for the others.
         */
        RankedDrillOut: {
            /** Total */
            total: {
                [key: string]: string | string[];
            };
            /** Going On */
            going_on: {
                [key: string]: string | string[];
            };
            /** Succeeded */
            succeeded: {
                [key: string]: string | string[];
            };
            /** Success Rate */
            success_rate: {
                [key: string]: string | string[];
            };
            /** Days */
            days: {
                [key: string]: string | string[];
            };
            /** Rating */
            rating: {
                [key: string]: string | string[];
            };
        };
        /**
         * RankedOut
         * @description ``success_rate`` in per cent; it, ``rating`` and ``days`` are null while there is nothing to take them from.
         */
        RankedOut: {
            /** Id */
            id: number;
            /** Place */
            place: number;
            /** Name */
            name: string;
            /** Institution */
            institution: string;
            /** Total */
            total: number;
            /** Going On */
            going_on: number;
            /** Ended */
            ended: number;
            /** Succeeded */
            succeeded: number;
            /** Success Rate */
            success_rate: string | null;
            /** Rating */
            rating: string | null;
            /** Rated */
            rated: number;
            /** Days */
            days: string | null;
            /** Score */
            score: string;
            points: components["schemas"]["PointsOut"];
            drill: components["schemas"]["RankedDrillOut"];
        };
        /**
         * RankingOut
         * @description ``weights_from`` is null while the product's own weights are in force.
         */
        RankingOut: {
            weights: components["schemas"]["WeightsOut"];
            /** Weights From */
            weights_from: string | null;
            /** Labels */
            labels: {
                [key: string]: string;
            };
            /** Rows */
            rows: components["schemas"]["RankedOut"][];
            /** Count */
            count: number;
        };
        /**
         * WeightsOut
         * @description Points of 100 by figure.
         */
        WeightsOut: {
            /** Total */
            total: number;
            /** Going On */
            going_on: number;
            /** Succeeded */
            succeeded: number;
            /** Success Rate */
            success_rate: number;
            /** Rating */
            rating: number;
            /** Days */
            days: number;
        };
        /**
         * DatedWeightsOut
         * @description ``id`` and ``valid_from`` are null for the product's own set.
         */
        DatedWeightsOut: {
            /** Id */
            id: number | null;
            /** Valid From */
            valid_from: string | null;
            weights: components["schemas"]["WeightsOut"];
            /** Note */
            note: string;
            /** By */
            by: string;
            /** Is In Force */
            is_in_force: boolean;
            /** Is To Come */
            is_to_come: boolean;
        };
        /** DatedWeightsIn */
        DatedWeightsIn: {
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            weights: components["schemas"]["WeightsIn"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** WeightsIn */
        WeightsIn: {
            /** Total */
            total: number;
            /** Going On */
            going_on: number;
            /** Succeeded */
            succeeded: number;
            /** Success Rate */
            success_rate: number;
            /** Rating */
            rating: number;
            /** Days */
            days: number;
        };
        /**
         * ComplaintQuery
         * @description Filters on complaints; ``late`` asks for those with a step whose day has passed.
         */
        ComplaintQuery: {
            /**
             * Q
             * @default
             */
            q: string;
            /** Case */
            case?: number[] | null;
            /** Client */
            client?: number[] | null;
            /** Against */
            against?: number[] | null;
            /**
             * Nobody
             * @description about no person in particular
             */
            nobody?: boolean | null;
            /** Severity */
            severity?: ("minor" | "general" | "major")[] | null;
            /** State */
            state?: ("open" | "closed")[] | null;
            /** Channel */
            channel?: ("phone" | "visit" | "letter" | "online" | "client" | "regulator" | "court")[] | null;
            /** Received From */
            received_from?: string | null;
            /** Received To */
            received_to?: string | null;
            /** Late */
            late?: boolean | null;
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
            /**
             * Sort
             * @default
             */
            sort: string;
        };
        /** ComplaintOut */
        ComplaintOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Name */
            client_name: string;
            /** Complainant */
            complainant: string;
            /** Against Id */
            against_id: number | null;
            /** Against */
            against: string;
            /** Unit Name */
            unit_name: string;
            /** Channel */
            channel: string;
            /** Channel Label */
            channel_label: string;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** What */
            what: string;
            /** Why */
            why: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Measures */
            measures: string;
            /** Result */
            result: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed By */
            closed_by: string;
            /** Closed At */
            closed_at: string | null;
            /** Next Due On */
            next_due_on: string | null;
            /** Is Late */
            is_late: boolean;
            /** Steps Count */
            steps_count: number;
            /** Done Count */
            done_count: number;
        };
        /** ComplaintSums */
        ComplaintSums: {
            /** Count */
            count: number;
            /** Minor */
            minor: number;
            /** General */
            general: number;
            /** Major */
            major: number;
            /** Open */
            open: number;
            /** Closed */
            closed: number;
            /** Late */
            late: number;
        };
        /** ComplaintsOut */
        ComplaintsOut: {
            /** Rows */
            rows: components["schemas"]["ComplaintOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["ComplaintSums"];
        };
        /** ComplaintDetailOut */
        ComplaintDetailOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client Name */
            client_name: string;
            /** Complainant */
            complainant: string;
            /** Against Id */
            against_id: number | null;
            /** Against */
            against: string;
            /** Unit Name */
            unit_name: string;
            /** Channel */
            channel: string;
            /** Channel Label */
            channel_label: string;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** What */
            what: string;
            /** Why */
            why: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Measures */
            measures: string;
            /** Result */
            result: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed By */
            closed_by: string;
            /** Closed At */
            closed_at: string | null;
            /** Next Due On */
            next_due_on: string | null;
            /** Is Late */
            is_late: boolean;
            /** Steps Count */
            steps_count: number;
            /** Done Count */
            done_count: number;
            /** Steps */
            steps: components["schemas"]["ComplaintStepOut"][];
        };
        /** ComplaintStepOut */
        ComplaintStepOut: {
            /** Id */
            id: number;
            /** What */
            what: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Done At */
            done_at: string | null;
            /** Done By */
            done_by: string;
            /** Note */
            note: string;
            /** Late */
            late: boolean;
        };
        /** ComplaintIn */
        ComplaintIn: {
            /** Case */
            case: number;
            /** Complainant */
            complainant: string;
            /** Against */
            against?: number | null;
            /**
             * Channel
             * @enum {string}
             */
            channel: "phone" | "visit" | "letter" | "online" | "client" | "regulator" | "court";
            /**
             * Severity
             * @enum {string}
             */
            severity: "minor" | "general" | "major";
            /** What */
            what: string;
            /** Why */
            why: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
        };
        /** StepIn */
        StepIn: {
            /** What */
            what: string;
            /**
             * Days
             * @description working days from today
             */
            days: number;
        };
        /** StepDoneIn */
        StepDoneIn: {
            /** Note */
            note: string;
        };
        /** ComplaintCloseIn */
        ComplaintCloseIn: {
            /** Measures */
            measures: string;
            /** Result */
            result: string;
        };
        /** CalendarDayOut */
        CalendarDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Is Working */
            is_working: boolean;
            /** Why */
            why: string;
            /** Is Known */
            is_known: boolean;
            /** Is Set */
            is_set: boolean;
            /** Note */
            note: string;
        };
        /** CalendarYearOut */
        CalendarYearOut: {
            /** Year */
            year: number;
            /** Rows */
            rows: components["schemas"]["CalendarDayOut"][];
            /** Count */
            count: number;
            /** Working Days */
            working_days: number;
            /** Is Known */
            is_known: boolean;
            /** Warning */
            warning: string;
        };
        /** CalendarChangedOut */
        CalendarChangedOut: {
            /** Changed */
            changed: number;
        };
        /** CalendarDayIn */
        CalendarDayIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Is Working */
            is_working: boolean;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CalendarDaysIn */
        CalendarDaysIn: {
            /** Days */
            days: components["schemas"]["CalendarDayIn"][];
        };
        /** CalendarClearIn */
        CalendarClearIn: {
            /** Days */
            days: string[];
        };
        /** WorkingDayOut */
        WorkingDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Is Known */
            is_known: boolean;
        };
        /** WorkingDaysOut */
        WorkingDaysOut: {
            /** Days */
            days: number;
            /** Is Known */
            is_known: boolean;
        };
        /**
         * PauseReasonIn
         * @description ``stops_clock``: while a term is paused for this, its days do not count.
         */
        PauseReasonIn: {
            /** Line */
            line: string;
            /** Label */
            label: string;
            /** Stops Clock */
            stops_clock: boolean;
        };
        /**
         * PauseReasonChangeIn
         * @description What is left out stays.
         */
        PauseReasonChangeIn: {
            /** Label */
            label?: string | null;
            /** Stops Clock */
            stops_clock?: boolean | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /** LateOut */
        LateOut: {
            /** Rows */
            rows: components["schemas"]["LateRow"][];
            /** Count */
            count: number;
            totals: components["schemas"]["LateTotals"];
        };
        /** LateRow */
        LateRow: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client */
            client: string;
            /** Balance */
            balance: string;
            /** Holder Id */
            holder_id: number | null;
            /** Holder */
            holder: string;
            /** Unit */
            unit: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Due At */
            due_at: string | null;
            /** Record Id */
            record_id: number | null;
            /** Instruction Id */
            instruction_id: number | null;
        };
        /** LateTotals */
        LateTotals: {
            /** First Call */
            first_call: number;
            /** Visit */
            visit: number;
            /** Entry */
            entry: number;
            /** Instruction */
            instruction: number;
        };
        /** DeskOut */
        DeskOut: {
            /** Rows */
            rows: components["schemas"]["DeskRow"][];
            /** Count */
            count: number;
            totals: components["schemas"]["DeskTotals"];
        };
        /** DeskRow */
        DeskRow: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client */
            client: string;
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Category */
            category: string;
            /** Colour */
            colour: string;
            /** Term On */
            term_on: string | null;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Next Work On */
            next_work_on: string | null;
            /** Urgency */
            urgency: number;
            /** Why */
            why: string;
        };
        /** DeskTotals */
        DeskTotals: {
            /** Instructed */
            instructed: number;
            /** Promised Today */
            promised_today: number;
            /** Promise Missed */
            promise_missed: number;
            /** Planned */
            planned: number;
            /** Untouched */
            untouched: number;
            /** Rest */
            rest: number;
        };
        /** Figures */
        Figures: {
            /** Cases */
            cases: number;
            /** Worked */
            worked: number;
            /** Unworked */
            unworked: number;
            /** Worked Today */
            worked_today: number;
            /** Due Today */
            due_today: number;
            /** Late First Call */
            late_first_call: number;
            /** Late Visit */
            late_visit: number;
            /** Promises Open */
            promises_open: number;
            /** Promises Due */
            promises_due: number;
            /** Promises Kept */
            promises_kept: number;
            /** Promises Broken */
            promises_broken: number;
            /** Records */
            records: number;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Recovered */
            recovered: string;
        };
        /** TeamOut */
        TeamOut: {
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Rows */
            rows: components["schemas"]["TeamRow"][];
            /** Count */
            count: number;
            totals: components["schemas"]["Figures"];
        };
        /** TeamRow */
        TeamRow: {
            /** Cases */
            cases: number;
            /** Worked */
            worked: number;
            /** Unworked */
            unworked: number;
            /** Worked Today */
            worked_today: number;
            /** Due Today */
            due_today: number;
            /** Late First Call */
            late_first_call: number;
            /** Late Visit */
            late_visit: number;
            /** Promises Open */
            promises_open: number;
            /** Promises Due */
            promises_due: number;
            /** Promises Kept */
            promises_kept: number;
            /** Promises Broken */
            promises_broken: number;
            /** Records */
            records: number;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Recovered */
            recovered: string;
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /**
             * Daily
             * @description Records written on each of the last 14 days, today last.
             */
            daily: number[];
        };
        /** BehindOut */
        BehindOut: {
            /** Rows */
            rows: components["schemas"]["BehindRow"][];
            /** Count */
            count: number;
            totals: components["schemas"]["BehindTotals"];
        };
        /** BehindRow */
        BehindRow: {
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Debtor */
            debtor: string;
            /** Client */
            client: string;
            /** Holder */
            holder: string;
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Last Worked At */
            last_worked_at: string | null;
            /** Next Work On */
            next_work_on: string | null;
        };
        /** BehindTotals */
        BehindTotals: {
            /** Amount */
            amount: string;
        };
        /** MaterialQuery */
        MaterialQuery: {
            /** Case */
            case?: number | null;
            /** State */
            state?: ("asked" | "answered" | "declined" | "withdrawn") | null;
            /** Asked By */
            asked_by?: number | null;
            /** Asked Of */
            asked_of?: number | null;
            /**
             * Offset
             * @default 0
             */
            offset: number;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** MaterialOut */
        MaterialOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** What */
            what: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
            /** Asked By Id */
            asked_by_id: number;
            /** Asked By */
            asked_by: string;
            /** Asked Of */
            asked_of: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Answer */
            answer: string;
            /** Answered By */
            answered_by: string;
            /** Answered At */
            answered_at: string | null;
            /** File Ids */
            file_ids: number[];
        };
        /** MaterialsOut */
        MaterialsOut: {
            /** Rows */
            rows: components["schemas"]["MaterialOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["Waiting"];
        };
        /** Waiting */
        Waiting: {
            /** Waiting */
            waiting: number;
        };
        /** MaterialIn */
        MaterialIn: {
            /** Case */
            case: number;
            /** What */
            what: string;
            /** Reason */
            reason: string;
        };
        /** AnswerIn */
        AnswerIn: {
            /**
             * Answer
             * @default
             */
            answer: string;
            /**
             * Files
             * @default []
             */
            files: number[];
        };
        /** SayIn */
        SayIn: {
            /** Answer */
            answer: string;
        };
        /** InstructionQuery */
        InstructionQuery: {
            /** Case */
            case?: number | null;
            /** State */
            state?: ("owed" | "answered") | null;
            /** To */
            to?: number | null;
            /** By */
            by?: number | null;
            /**
             * Offset
             * @default 0
             */
            offset: number;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** InstructionOut */
        InstructionOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** By Id */
            by_id: number;
            /** By */
            by: string;
            /** To Id */
            to_id: number;
            /** To */
            to: string;
            /** Text */
            text: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** State */
            state: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
        };
        /** InstructionsOut */
        InstructionsOut: {
            /** Rows */
            rows: components["schemas"]["InstructionOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["Waiting"];
        };
        /** InstructionIn */
        InstructionIn: {
            /** Case */
            case: number;
            /** Text */
            text: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** To */
            to?: number | null;
        };
        /** JointHelperOut */
        JointHelperOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** To At */
            to_at: string | null;
            /** Why */
            why: string;
        };
        /** JointIn */
        JointIn: {
            /** Case */
            case: number;
            /** Helper */
            helper: number;
            /** Reason */
            reason: string;
        };
        /** ColleagueOut */
        ColleagueOut: {
            /** Membership Id */
            membership_id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Role */
            role: string;
        };
        /** JointEndIn */
        JointEndIn: {
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** ExportColumnOut */
        ExportColumnOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Holds */
            holds: string;
            /**
             * Usual
             * @description taken when nobody chooses
             */
            usual: boolean;
            /**
             * Unmasked
             * @description whole numbers: a reason is required
             */
            unmasked: boolean;
        };
        /**
         * ExporterOut
         * @description A list this person may take out, with the columns offered to him.
         */
        ExporterOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /**
             * Approval Rows
             * @description more rows need a second person's approval
             */
            approval_rows: number;
            /** Columns */
            columns: components["schemas"]["ExportColumnOut"][];
        };
        /** ExportOut */
        ExportOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** File Format */
            file_format: string;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "approval" | "running" | "ready" | "failed" | "cancelled" | "expired" | "refused";
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Topic */
            topic: string;
            /**
             * Job State
             * @enum {string}
             */
            job_state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Rows */
            rows: number;
            /** Done Rows */
            done_rows: number;
            /** File Size */
            file_size: number;
            /** Columns */
            columns: string[];
            /** Filters */
            filters: components["schemas"]["FilterWordsOut"][];
            /** Reason */
            reason: string;
            /** Unmasked */
            unmasked: boolean;
            /** Why */
            why: string;
            /** By */
            by: string;
            /** Approved By */
            approved_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Ready At */
            ready_at: string | null;
            /** Expires At */
            expires_at: string | null;
            /** Downloads */
            downloads: number;
            /** May Cancel */
            may_cancel: boolean;
            /** May Decide */
            may_decide: boolean;
            /** Download Url */
            download_url: string;
        };
        /** ExportPageOut */
        ExportPageOut: {
            /** Rows */
            rows: components["schemas"]["ExportOut"][];
            /** Count */
            count: number;
        };
        /** FilterWordsOut */
        FilterWordsOut: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * ExportIn
         * @description All that ``filter`` (the list's own words) finds, or the rows ``ids`` among them; no columns are the usual ones.
         */
        ExportIn: {
            /** Kind */
            kind: string;
            /**
             * Filter
             * @default {}
             */
            filter: {
                [key: string]: unknown;
            };
            /** Ids */
            ids?: number[] | null;
            /**
             * Sort
             * @default
             */
            sort: string;
            /**
             * Columns
             * @default []
             */
            columns: string[];
            /**
             * Format
             * @default xlsx
             * @enum {string}
             */
            format: "xlsx" | "csv";
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Layout
             * @description the client's form to write it in; its columns are the form's
             */
            layout?: number | null;
        };
        /** ApprovalPageOut */
        ApprovalPageOut: {
            /** Rows */
            rows: components["schemas"]["ExportOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["ApprovalTotals"];
        };
        /** ApprovalTotals */
        ApprovalTotals: {
            /** Waiting */
            waiting: number;
        };
        /** RefuseIn */
        RefuseIn: {
            /** Reason */
            reason: string;
        };
        /** ColumnSetOut */
        ColumnSetOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Columns */
            columns: string[];
        };
        /** ColumnSetIn */
        ColumnSetIn: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Columns */
            columns: string[];
        };
        /** LayoutOut */
        LayoutOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Client Id */
            client_id: number;
            /** Client */
            client: string;
            /** Name */
            name: string;
            /** Version */
            version: number;
            /** Is Current */
            is_current: boolean;
            /** File Name */
            file_name: string;
            /** Columns */
            columns: string[];
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * LayoutKindOut
         * @description A list that can be written in a form, with what its row may show.
         */
        LayoutKindOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Fields */
            fields: string[];
            /** Columns */
            columns: components["schemas"]["PlaceholderOut"][];
        };
        /** PlaceholderOut */
        PlaceholderOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /** HomeOut */
        HomeOut: {
            /**
             * Today
             * Format: date
             */
            today: string;
            mine: components["schemas"]["MineOut"] | null;
            /** Months */
            months: components["schemas"]["MonthOut"][];
            /** Needs */
            needs: components["schemas"]["NeedOut"][];
        };
        /** MineOut */
        MineOut: {
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Settled */
            settled: string;
            /** Balance */
            balance: string;
            /** Month Count */
            month_count: number;
            /** Month Amount */
            month_amount: string;
            /** Drill */
            drill: {
                [key: string]: string;
            };
            /** Drill Month */
            drill_month: {
                [key: string]: string;
            };
        };
        /** MonthOut */
        MonthOut: {
            /** Month */
            month: string;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** NeedOut */
        NeedOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Page */
            page: string;
            /** Query */
            query: {
                [key: string]: string;
            };
        };
        /** RecoveredOut */
        RecoveredOut: {
            /** Rows */
            rows: components["schemas"]["RecoveredRowOut"][];
            /** Count */
            count: number;
            /** Amount */
            amount: string;
        };
        /** RecoveredRowOut */
        RecoveredRowOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** BatchFiguresOut */
        BatchFiguresOut: {
            /** Count */
            count: number;
            /** Worked */
            worked: number;
            /** Open Count */
            open_count: number;
            /** Settled Count */
            settled_count: number;
            /** Returned Count */
            returned_count: number;
            /** Amount */
            amount: string;
            /** Repaid */
            repaid: string;
            /** Balance */
            balance: string;
            /** Recovery Rate */
            recovery_rate: string;
        };
        /** BatchReportOut */
        BatchReportOut: {
            /** Rows */
            rows: components["schemas"]["BatchRowOut"][];
            totals: components["schemas"]["BatchFiguresOut"];
        };
        /** BatchRowOut */
        BatchRowOut: {
            /** Count */
            count: number;
            /** Worked */
            worked: number;
            /** Open Count */
            open_count: number;
            /** Settled Count */
            settled_count: number;
            /** Returned Count */
            returned_count: number;
            /** Amount */
            amount: string;
            /** Repaid */
            repaid: string;
            /** Balance */
            balance: string;
            /** Recovery Rate */
            recovery_rate: string;
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Client */
            client: string;
            /** Region */
            region: string;
            /** Received On */
            received_on: string | null;
            /** Term On */
            term_on: string | null;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** CollectorReportOut */
        CollectorReportOut: {
            /** Rows */
            rows: components["schemas"]["CollectorRowOut"][];
        };
        /** CollectorRowOut */
        CollectorRowOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Balance */
            balance: string;
            /** Worked */
            worked: number;
            /** Unworked */
            unworked: number;
            /** Records */
            records: number;
            /** Promises */
            promises: number;
            /** Promises Kept */
            promises_kept: number;
            /** Promises Broken */
            promises_broken: number;
            /** Repaid */
            repaid: string;
            /** Repayments */
            repayments: number;
            /** Drill Cases */
            drill_cases: {
                [key: string]: string;
            };
            /** Drill Repayments */
            drill_repayments: {
                [key: string]: string;
            };
        };
        /** VintageCellOut */
        VintageCellOut: {
            /** Month */
            month: number;
            /** Amount */
            amount: string;
            /** Rate */
            rate: string;
            /** Complete */
            complete: boolean;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** VintageOut */
        VintageOut: {
            /** Rows */
            rows: components["schemas"]["VintageRowOut"][];
            /** Months */
            months: number;
        };
        /** VintageRowOut */
        VintageRowOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Cells */
            cells: components["schemas"]["VintageCellOut"][];
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** PerformanceOut */
        PerformanceOut: {
            /** Rows */
            rows: components["schemas"]["PerformanceRowOut"][];
            totals: components["schemas"]["PerformanceRowOut"];
        };
        /** PerformanceRowOut */
        PerformanceRowOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Unit */
            unit: string;
            /** Placed */
            placed: number;
            /** Placed Amount */
            placed_amount: string;
            /** Worked */
            worked: number;
            /** Records */
            records: number;
            /** Made */
            made: number;
            /** Kept */
            kept: number;
            /** Partly */
            partly: number;
            /** Broken */
            broken: number;
            /** Repayments */
            repayments: number;
            /** Recovered */
            recovered: string;
            /** Rate */
            rate: string;
            /** Drill Placed */
            drill_placed: {
                [key: string]: string;
            };
            /** Drill Records */
            drill_records: {
                [key: string]: string;
            };
            /** Drill Promises */
            drill_promises: {
                [key: string]: string;
            };
            /** Drill Repayments */
            drill_repayments: {
                [key: string]: string;
            };
        };
        /** EndedOut */
        EndedOut: {
            /** Count */
            count: number;
            /** Amount */
            amount: string;
            /** Settled Amount */
            settled_amount: string;
            /** Balance */
            balance: string;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** WeeklyOut */
        WeeklyOut: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Rows */
            rows: components["schemas"]["WeeklyRowOut"][];
            totals: components["schemas"]["WeeklyRowOut"];
        };
        /** WeeklyRowOut */
        WeeklyRowOut: {
            /** Key */
            key: string;
            /** Client Id */
            client_id: number | null;
            /** Batch Id */
            batch_id: number | null;
            /** Client */
            client: string;
            /** Batch */
            batch: string;
            returned: components["schemas"]["EndedOut"];
            recalled: components["schemas"]["EndedOut"];
            settled: components["schemas"]["EndedOut"];
            /** Sheet */
            sheet: {
                [key: string]: string;
            };
        };
        /** ComplaintCountsOut */
        ComplaintCountsOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Minor */
            minor: number;
            /** General */
            general: number;
            /** Major */
            major: number;
            /** Open */
            open: number;
            /** Closed */
            closed: number;
            /** Late */
            late: number;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /** ComplaintReportOut */
        ComplaintReportOut: {
            /** Rows */
            rows: components["schemas"]["ComplaintCountsOut"][];
            totals: components["schemas"]["ComplaintCountsOut"];
        };
        /**
         * MediationFiguresOut
         * @description ``rate`` is agreed ÷ ended; ``days`` from filing to the outcome, on average, null where nothing ended.
         */
        MediationFiguresOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
            /** Going On */
            going_on: number;
            /** Ended */
            ended: number;
            /** Agreed */
            agreed: number;
            /** Confirmed */
            confirmed: number;
            /** Failed */
            failed: number;
            /** Historical */
            historical: number;
            /** Rate */
            rate: string;
            /** Days */
            days: string | null;
            /** Drill */
            drill: {
                [key: string]: string;
            };
        };
        /**
         * MediationReportOut
         * @description ``narrower``: what the list is asked beside a row's drill for each of its figures.
         */
        MediationReportOut: {
            /** Rows */
            rows: components["schemas"]["MediationFiguresOut"][];
            totals: components["schemas"]["MediationFiguresOut"];
            /** Narrower */
            narrower: {
                [key: string]: {
                    [key: string]: string[];
                };
            };
        };
        /** CaseLinksOut */
        CaseLinksOut: {
            /** May Send */
            may_send: boolean;
            /** Links */
            links: components["schemas"]["LinkedCaseOut"][];
        };
        /**
         * LinkedCaseOut
         * @description The other case of a link; ``case_id`` only for who may open it.
         */
        LinkedCaseOut: {
            /** Id */
            id: number;
            /** Line */
            line: string;
            /** No */
            no: string;
            /** Case Id */
            case_id: number | null;
            /** Place */
            place: string;
            /** State Label */
            state_label: string;
            /** State Tone */
            state_tone: string;
            /** Link State */
            link_state: string;
            /** Link Label */
            link_label: string;
            /** Stops */
            stops: boolean;
            /** Words */
            words: string;
            /** Outcome */
            outcome: string;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** By */
            by: string;
            /** Ended At */
            ended_at: string | null;
            /** May Amend */
            may_amend: boolean;
            /** May Take Back */
            may_take_back: boolean;
        };
        /** LinkOptionOut */
        LinkOptionOut: {
            /** Value */
            value: string;
            /** Label */
            label: string;
        };
        /** LinkPlacesOut */
        LinkPlacesOut: {
            /** Institutions */
            institutions: components["schemas"]["LinkOptionOut"][];
            /** Kinds */
            kinds: components["schemas"]["LinkOptionOut"][];
            /** Kind */
            kind: string;
        };
        /**
         * GuarantorOut
         * @description A guarantor of the debt, his number as a mask; ``why_not`` says why he cannot be a respondent.
         */
        GuarantorOut: {
            /** Name */
            name: string;
            /** Mask */
            mask: string;
            /** Why Not */
            why_not: string;
        };
        /** LinkChoicesOut */
        LinkChoicesOut: {
            /** Institutions */
            institutions: components["schemas"]["LinkOptionOut"][];
            /** Kinds */
            kinds: components["schemas"]["LinkOptionOut"][];
            /** Kind */
            kind: string;
            /** Needs Phone */
            needs_phone: boolean;
            /** Agent */
            agent: string;
            /** Client */
            client: string;
            /** Debtor */
            debtor: string;
            /** Debts */
            debts: components["schemas"]["LinkDebtOut"][];
            /** Guarantors */
            guarantors: components["schemas"]["GuarantorOut"][];
            /** Others */
            others: components["schemas"]["LinkPersonOut"][];
            /** Files */
            files: components["schemas"]["LinkFileOut"][];
            /** Description */
            description: string;
            /** Claim */
            claim: string;
            /** Answers */
            answers: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        /** LinkDebtOut */
        LinkDebtOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Balance */
            balance: string;
            /** Category */
            category: string;
        };
        /** LinkFileOut */
        LinkFileOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Case No */
            case_no: string;
            /** Name */
            name: string;
            /** Kind Label */
            kind_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** LinkPersonOut */
        LinkPersonOut: {
            /** Name */
            name: string;
            /** Part Label */
            part_label: string;
        };
        /** SendToMediationIn */
        SendToMediationIn: {
            /** Kind */
            kind: string;
            /** Institution Id */
            institution_id?: number | null;
            /** Reason */
            reason: string;
            /** Answers */
            answers?: {
                [key: string]: unknown;
            };
            /**
             * Claim
             * @default
             */
            claim: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /** Also */
            also?: number[];
            /** File Ids */
            file_ids?: number[];
            /**
             * Guarantors
             * @description the names of those who become respondents too; left out, all who can be reached
             */
            guarantors?: string[] | null;
        };
        /** SentBackOut */
        SentBackOut: {
            /** No */
            no: string;
            /** Note */
            note: string;
            /** Remarks */
            remarks: {
                [key: string]: string;
            };
            /** Description */
            description: string;
            /** Claim */
            claim: string;
            /** Answers */
            answers: components["schemas"]["AnsweredOut"][];
        };
        /** AmendSentIn */
        AmendSentIn: {
            /** Description */
            description: string;
            /**
             * Claim
             * @default
             */
            claim: string;
            /** Answers */
            answers: {
                [key: string]: unknown;
            };
        };
        /** TakeBackIn */
        TakeBackIn: {
            /** Reason */
            reason: string;
        };
        /** NotSentOut */
        NotSentOut: {
            /** Id */
            id: number;
            /** No */
            no: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /** SendingOut */
        SendingOut: {
            /** Id */
            id: number;
            /** Topic */
            topic: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed";
            /** Done */
            done: number;
            /** Total */
            total: number;
            /** Sent */
            sent: number;
            /** Refused */
            refused: components["schemas"]["NotSentOut"][];
        };
        /** SendManyIn */
        SendManyIn: {
            /** Kind */
            kind: string;
            /** Institution Id */
            institution_id?: number | null;
            /** Reason */
            reason: string;
            /** Answers */
            answers?: {
                [key: string]: unknown;
            };
            /** Ids */
            ids?: number[] | null;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** Count */
            count?: number | null;
            /**
             * With Papers
             * @default false
             */
            with_papers: boolean;
        };
        /** BackupOut */
        BackupOut: {
            /** Name */
            name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Verified At */
            verified_at: string | null;
            /** Size */
            size: number;
            /** Tables */
            tables: number;
            /** Rows */
            rows: number;
            /** Files */
            files: number;
            /** Message */
            message: string;
        };
        /** BackupsOut */
        BackupsOut: {
            /** Folder */
            folder: string;
            /** At */
            at: string;
            /** Keep */
            keep: number;
            /** Running */
            running: boolean;
            /** Rows */
            rows: components["schemas"]["BackupOut"][];
        };
        /** FindingOut */
        FindingOut: {
            /** Name */
            name: string;
            /** Label */
            label: string;
            /** Ok */
            ok: boolean;
            /** Message */
            message: string;
            /** Live */
            live: boolean;
        };
        /** ApprovalQuery */
        ApprovalQuery: {
            /** State */
            state?: string[] | null;
            /** Kind */
            kind?: string[] | null;
            /** Case */
            case?: number[] | null;
            /**
             * Mine
             * @default false
             */
            mine: boolean;
            /**
             * Page
             * @default 1
             */
            page: number;
            /**
             * Size
             * @default 50
             */
            size: number;
        };
        /** ApprovalKindOut */
        ApprovalKindOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /** ApprovalsOut */
        ApprovalsOut: {
            /** Rows */
            rows: components["schemas"]["ApprovalOut"][];
            /** Count */
            count: number;
            totals: components["schemas"]["QuestionTotals"];
            /** Kinds */
            kinds: components["schemas"]["ApprovalKindOut"][];
        };
        /** QuestionTotals */
        QuestionTotals: {
            /**
             * Waiting
             * @description questions this person may decide now
             */
            waiting: number;
        };
        /** ApprovalDecideIn */
        ApprovalDecideIn: {
            /** Yes */
            yes: boolean;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ClosureOut */
        ClosureOut: {
            /** Id */
            id: number;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Reason */
            reason: string;
        };
        /** RoomOut */
        RoomOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Seats */
            seats: number;
            /** Unit Id */
            unit_id: number | null;
            /** Unit Name */
            unit_name: string;
            /** Hours */
            hours: {
                [key: string]: string[][];
            };
            /** Closed On Holidays */
            closed_on_holidays: boolean;
            /** Note */
            note: string;
            /** Is Active */
            is_active: boolean;
            /** Closures */
            closures: components["schemas"]["ClosureOut"][];
        };
        /**
         * RoomIn
         * @description ``hours`` by weekday, "1" is Monday: ``{"1": [["09:00", "12:00"]]}``.
         */
        RoomIn: {
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Seats */
            seats: number;
            /** Unit Id */
            unit_id?: number | null;
            /** Hours */
            hours: {
                [key: string]: string[][];
            };
            /**
             * Closed On Holidays
             * @default true
             */
            closed_on_holidays: boolean;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
        };
        /** ClosureIn */
        ClosureIn: {
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /**
             * To On
             * Format: date
             */
            to_on: string;
            /** Reason */
            reason: string;
        };
        /** DayGridQuery */
        DayGridQuery: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Place
             * @default
             */
            place: string;
        };
        /**
         * BookingOut
         * @description One booking; the case is named only to who has it within reach.
         */
        BookingOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Room Id */
            room_id: number | null;
            /** Room Name */
            room_name: string;
            /** Place */
            place: string;
            /** Case Id */
            case_id: number | null;
            /** Case No */
            case_no: string;
            /** Case Title */
            case_title: string;
            /** Subject */
            subject: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** By */
            by: string;
            /** Cancelled */
            cancelled: boolean;
            /** Reason */
            reason: string;
            /** Join Url */
            join_url: string;
            /** Meeting Code */
            meeting_code: string;
            /** Meeting Password */
            meeting_password: string;
            /** May Change */
            may_change: boolean;
        };
        /** DayGridOut */
        DayGridOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** Step Minutes */
            step_minutes: number;
            /** Rooms */
            rooms: components["schemas"]["RoomDayOut"][];
            /** Online */
            online: components["schemas"]["BookingOut"][];
        };
        /** RoomDayOut */
        RoomDayOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Seats */
            seats: number;
            /** Unit Id */
            unit_id: number | null;
            /** Unit Name */
            unit_name: string;
            /** Hours */
            hours: {
                [key: string]: string[][];
            };
            /** Closed On Holidays */
            closed_on_holidays: boolean;
            /** Note */
            note: string;
            /** Is Active */
            is_active: boolean;
            /** Closed Why */
            closed_why: string;
            /** Open */
            open: components["schemas"]["SpanOut"][];
            /** Bookings */
            bookings: components["schemas"]["BookingOut"][];
        };
        /** SpanOut */
        SpanOut: {
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
        };
        /** FreeQuery */
        FreeQuery: {
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /**
             * Seats
             * @default 0
             */
            seats: number;
            /**
             * Place
             * @default
             */
            place: string;
        };
        /** RoomRowOut */
        RoomRowOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Seats */
            seats: number;
            /** Unit Id */
            unit_id: number | null;
            /** Unit Name */
            unit_name: string;
            /** Hours */
            hours: {
                [key: string]: string[][];
            };
            /** Closed On Holidays */
            closed_on_holidays: boolean;
            /** Note */
            note: string;
            /** Is Active */
            is_active: boolean;
        };
        /**
         * BookIn
         * @description In ``room_id``, or online where none is named.
         */
        BookIn: {
            /** Case Id */
            case_id: number;
            /** Room Id */
            room_id?: number | null;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /**
             * Subject
             * @default
             */
            subject: string;
            /**
             * Key
             * @description the sender's own: sent again, nothing is booked twice
             * @default
             */
            key: string;
        };
        /** MoveBookingIn */
        MoveBookingIn: {
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /**
             * To At
             * Format: date-time
             */
            to_at: string;
            /** Room Id */
            room_id?: number | null;
            /** Reason */
            reason: string;
        };
        /** CancelBookingIn */
        CancelBookingIn: {
            /** Reason */
            reason: string;
        };
        /** PaperChoiceOut */
        PaperChoiceOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /** PaperLineOut */
        PaperLineOut: {
            /** Line */
            line: string;
            /** Label */
            label: string;
            /** Kinds */
            kinds: components["schemas"]["PaperChoiceOut"][];
            /** Outcomes */
            outcomes: components["schemas"]["PaperChoiceOut"][];
        };
        /** ItemFactOut */
        ItemFactOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Written */
            written: string;
        };
        /**
         * PaperFactOut
         * @description One fact; ``written`` is what a clerk pastes into Word.
         */
        PaperFactOut: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            /** Written */
            written: string;
            /** Items */
            items: components["schemas"]["ItemFactOut"][];
        };
        /** TemplateOut */
        TemplateOut: {
            /** Id */
            id: number;
            /** Line */
            line: string;
            /** Line Label */
            line_label: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Outcomes */
            outcomes: string[];
            /** Outcome Labels */
            outcome_labels: string[];
            /** Is Signed */
            is_signed: boolean;
            /** Is Active */
            is_active: boolean;
            /** Position */
            position: number;
            /** Versions */
            versions: components["schemas"]["TemplateVersionOut"][];
        };
        /** TemplateVersionOut */
        TemplateVersionOut: {
            /** Id */
            id: number;
            /** Number */
            number: number;
            /** File Name */
            file_name: string;
            /** Sha256 */
            sha256: string;
            /** Used */
            used: string[];
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * TemplateIn
         * @description What an upload says beside the file.
         */
        TemplateIn: {
            /** Line */
            line: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /**
             * Outcomes
             * @default []
             */
            outcomes: string[];
            /**
             * Is Signed
             * @default false
             */
            is_signed: boolean;
        };
        /** TemplateCheckOut */
        TemplateCheckOut: {
            /** Used */
            used: string[];
            /** Faults */
            faults: components["schemas"]["TemplateFaultOut"][];
        };
        /** TemplateFaultOut */
        TemplateFaultOut: {
            /** Place */
            place: string;
            /** Text */
            text: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Suggestion */
            suggestion: string;
        };
        /** TemplateChangeIn */
        TemplateChangeIn: {
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /**
             * Outcomes
             * @default []
             */
            outcomes: string[];
            /**
             * Is Signed
             * @default false
             */
            is_signed: boolean;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /**
             * Position
             * @default 0
             */
            position: number;
        };
        /** CaseTemplateOut */
        CaseTemplateOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Outcomes */
            outcomes: string[];
        };
        /** PaperFindingOut */
        PaperFindingOut: {
            /** Level */
            level: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /** PaperOut */
        PaperOut: {
            /** Id */
            id: number;
            /** Case Id */
            case_id: number;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Outcome */
            outcome: string;
            /** Outcome Label */
            outcome_label: string;
            /** Version */
            version: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Findings */
            findings: components["schemas"]["PaperFindingOut"][];
            /** Sha256 */
            sha256: string;
            /** Has Pdf */
            has_pdf: boolean;
            /** Has Signed Pdf */
            has_signed_pdf: boolean;
            /** Scan Id */
            scan_id: number | null;
            /** Signed How */
            signed_how: string;
            /** Signers */
            signers: components["schemas"]["PaperSignerOut"][];
            /** Made By */
            made_by: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Final At */
            final_at: string | null;
            /** Signed At */
            signed_at: string | null;
            /** May Remake */
            may_remake: boolean;
            /** May Finalise */
            may_finalise: boolean;
            /** May Sign */
            may_sign: boolean;
        };
        /**
         * PaperSignerOut
         * @description A party without whom the paper binds nobody; ``himself`` where nobody may sign for him.
         */
        PaperSignerOut: {
            /** Party Id */
            party_id: number;
            /** Part */
            part: string;
            /** Name */
            name: string;
            /** Himself */
            himself: boolean;
            /** Signed */
            signed: boolean;
        };
        /** PapersOut */
        PapersOut: {
            /** Rows */
            rows: components["schemas"]["PaperOut"][];
            /** Outcomes */
            outcomes: components["schemas"]["PaperChoiceOut"][];
            /** Templates */
            templates: components["schemas"]["CaseTemplateOut"][];
            /** Can Convert */
            can_convert: boolean;
            /** May Produce */
            may_produce: boolean;
        };
        /**
         * ProduceIn
         * @description All papers of an outcome, or one template's paper.
         */
        ProduceIn: {
            /**
             * Outcome
             * @default
             */
            outcome: string;
            /** Template Id */
            template_id?: number | null;
        };
        /**
         * SignedOnPaperIn
         * @description A scan of a paper: which parties' signatures it shows, and whether others are still to come.
         */
        SignedOnPaperIn: {
            /** File Id */
            file_id: number;
            /**
             * Note
             * @default
             */
            note: string;
            /** Signed */
            signed?: number[];
            /**
             * Partly
             * @default false
             */
            partly: boolean;
        };
        /** OpenPaperOut */
        OpenPaperOut: {
            /** Url */
            url: string;
        };
        /** OpenPaperIn */
        OpenPaperIn: {
            /**
             * What
             * @enum {string}
             */
            what: "docx" | "pdf" | "signed";
        };
        /** PersonUserOut */
        PersonUserOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Mobile */
            mobile: string;
            /** Active */
            active: boolean;
            /** Origin */
            origin: string;
            /** Origin Label */
            origin_label: string;
            /** Wechat Bound At */
            wechat_bound_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /**
             * As Applicant
             * @description cases within reach in which it is the applicant
             */
            as_applicant: number;
            /** As Respondent */
            as_respondent: number;
            /**
             * May Manage
             * @description whether whoever asks may disable it and the like
             */
            may_manage: boolean;
            /** Has Password */
            has_password: boolean;
            /**
             * Id No
             * @description the mask
             */
            id_no: string;
            /** Sex */
            sex: string;
        };
        /** PersonUsersOut */
        PersonUsersOut: {
            /** Rows */
            rows: components["schemas"]["PersonUserOut"][];
            /** Count */
            count: number;
        };
        /** EnterpriseUserOut */
        EnterpriseUserOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Mobile */
            mobile: string;
            /** Active */
            active: boolean;
            /** Origin */
            origin: string;
            /** Origin Label */
            origin_label: string;
            /** Wechat Bound At */
            wechat_bound_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /**
             * As Applicant
             * @description cases within reach in which it is the applicant
             */
            as_applicant: number;
            /** As Respondent */
            as_respondent: number;
            /**
             * May Manage
             * @description whether whoever asks may disable it and the like
             */
            may_manage: boolean;
            /** Has Password */
            has_password: boolean;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Contact Name */
            contact_name: string;
            /** Address */
            address: string;
            /** Institution */
            institution: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "passed" | "returned" | "bound";
            /** State Label */
            state_label: string;
            /** Licence At */
            licence_at: string | null;
            /** Licence Is Pdf */
            licence_is_pdf: boolean;
            /** Told At */
            told_at: string | null;
        };
        /** EnterpriseUsersOut */
        EnterpriseUsersOut: {
            /** Rows */
            rows: components["schemas"]["EnterpriseUserOut"][];
            /** Count */
            count: number;
            /** Waiting */
            waiting: number;
        };
        /** DecidedOut */
        DecidedOut: {
            /** Decision */
            decision: string;
            /** Decision Label */
            decision_label: string;
            /** Remarks */
            remarks: {
                [key: string]: string;
            };
            /** Note */
            note: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** EnterpriseOut */
        EnterpriseOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Mobile */
            mobile: string;
            /** Active */
            active: boolean;
            /** Origin */
            origin: string;
            /** Origin Label */
            origin_label: string;
            /** Wechat Bound At */
            wechat_bound_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /**
             * As Applicant
             * @description cases within reach in which it is the applicant
             */
            as_applicant: number;
            /** As Respondent */
            as_respondent: number;
            /**
             * May Manage
             * @description whether whoever asks may disable it and the like
             */
            may_manage: boolean;
            /** Has Password */
            has_password: boolean;
            /** Credit Code */
            credit_code: string;
            /** Legal Representative */
            legal_representative: string;
            /** Contact Name */
            contact_name: string;
            /** Address */
            address: string;
            /** Institution */
            institution: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "passed" | "returned" | "bound";
            /** State Label */
            state_label: string;
            /** Licence At */
            licence_at: string | null;
            /** Licence Is Pdf */
            licence_is_pdf: boolean;
            /** Told At */
            told_at: string | null;
            /** Version */
            version: string;
            /** May Verify */
            may_verify: boolean;
            decided: components["schemas"]["DecidedOut"] | null;
        };
        /**
         * VerifyIn
         * @description ``version`` names what was read: a decision on what changed meanwhile is refused.
         */
        VerifyIn: {
            /** Passes */
            passes: boolean;
            /** Remarks */
            remarks?: {
                [key: string]: string;
            };
            /**
             * Note
             * @default
             */
            note: string;
            /** Version */
            version: string;
        };
        /**
         * OwnStandingOut
         * @description How the enterprise that asks stands, and what it is to mend.
         */
        OwnStandingOut: {
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "passed" | "returned" | "bound";
            /** State Label */
            state_label: string;
            /** Remarks */
            remarks: {
                [key: string]: string;
            };
            /** Note */
            note: string;
            /** At */
            at: string | null;
            /** Has Licence */
            has_licence: boolean;
            /** May Apply */
            may_apply: boolean;
        };
        /** VerificationPolicyOut */
        VerificationPolicyOut: {
            /** Unverified May Apply */
            unverified_may_apply: boolean;
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string;
        };
        /** VerificationPolicyIn */
        VerificationPolicyIn: {
            /** Unverified May Apply */
            unverified_may_apply: boolean;
        };
        /** OfferOut */
        OfferOut: {
            /** Id */
            id: number;
            /** Paper Id */
            paper_id: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Sha256 */
            sha256: string;
            /** Pages */
            pages: number;
            /** By */
            by: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Reason */
            reason: string;
            /** Signers */
            signers: components["schemas"]["SignerOut"][];
        };
        /** OffersOut */
        OffersOut: {
            /** Rows */
            rows: components["schemas"]["OfferOut"][];
            /** Can Send Codes */
            can_send_codes: boolean;
        };
        /** SignerOut */
        SignerOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Part */
            part: string;
            /** Mobile */
            mobile: string;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Seen Pages */
            seen_pages: number;
            /** Signed At */
            signed_at: string | null;
            /** Has Account */
            has_account: boolean;
            /** Sends */
            sends: number;
            /** Send State */
            send_state: string;
            /** Send Label */
            send_label: string;
        };
        /**
         * OfferedOut
         * @description The links are shown this once; only their hashes are kept.
         */
        OfferedOut: {
            /** Id */
            id: number;
            /** Paper Id */
            paper_id: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Sha256 */
            sha256: string;
            /** Pages */
            pages: number;
            /** By */
            by: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Reason */
            reason: string;
            /** Signers */
            signers: components["schemas"]["SignerOut"][];
            /** Links */
            links: components["schemas"]["SigningLinkOut"][];
        };
        /** SigningLinkOut */
        SigningLinkOut: {
            /** Signer Id */
            signer_id: number;
            /** Path */
            path: string;
            /** Token */
            token: string;
        };
        /** OfferIn */
        OfferIn: {
            /** Signers */
            signers: components["schemas"]["SignerIn"][];
        };
        /** SignerIn */
        SignerIn: {
            /** Name */
            name: string;
            /**
             * Mobile
             * @default
             */
            mobile: string;
            /** Part */
            part: string;
            /** Point Id */
            point_id?: number | null;
        };
        /** StopOfferIn */
        StopOfferIn: {
            /** Reason */
            reason: string;
        };
        /**
         * SignerCandidateOut
         * @description A party who may be asked to sign, with the mobile the case has of him, masked.
         */
        SignerCandidateOut: {
            /** Name */
            name: string;
            /** Part */
            part: string;
            /** Point Id */
            point_id: number | null;
            /** Mask */
            mask: string;
            /** Account Id */
            account_id: number | null;
        };
        /** OwnSigningOut */
        OwnSigningOut: {
            /** Signer Id */
            signer_id: number;
            /** Paper Id */
            paper_id: number;
            /** Case Id */
            case_id: number;
            /** Paper */
            paper: string;
            /** Case No */
            case_no: string;
            /** Part */
            part: string;
            /** Pages */
            pages: number;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
        };
        /** BehindLinkOut */
        BehindLinkOut: {
            /** Paper */
            paper: string;
            /** Organisation */
            organisation: string;
            /** Part */
            part: string;
            /** Name */
            name: string;
            /** Mobile */
            mobile: string;
            /** Pages */
            pages: number;
            /** Signed At */
            signed_at: string | null;
        };
        /** TokenIn */
        TokenIn: {
            /** Token */
            token: string;
        };
        /**
         * SigningCodeOut
         * @description ``code`` is shown in a demo without a vendor only.
         */
        SigningCodeOut: {
            /** Mobile */
            mobile: string;
            /** Code */
            code: string | null;
        };
        /** ConfirmedOut */
        ConfirmedOut: {
            /** Grant */
            grant: string;
            /** Pages */
            pages: number;
            /** Sha256 */
            sha256: string;
            /** Name */
            name: string;
        };
        /** ConfirmIn */
        ConfirmIn: {
            /** Token */
            token: string;
            /** Code */
            code: string;
        };
        /** SigningPageIn */
        SigningPageIn: {
            /** Token */
            token: string;
            /** Grant */
            grant: string;
            /** Page */
            page: number;
        };
        /** SignedOut */
        SignedOut: {
            /**
             * Signed At
             * Format: date-time
             */
            signed_at: string;
            /** Waiting */
            waiting: number;
            /** Finished */
            finished: boolean;
        };
        /**
         * SignIn
         * @description ``image`` is the drawn signature, PNG in base64; ``sha256`` the document as it was shown.
         */
        SignIn: {
            /** Token */
            token: string;
            /** Grant */
            grant: string;
            /** Image */
            image: string;
            /** Sha256 */
            sha256: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    anjie_access_api_csrf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_demo_sign_ins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoSignInOut"][];
                };
            };
        };
    };
    anjie_access_api_first_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstOut"];
                };
            };
        };
    };
    anjie_access_api_make_first: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    anjie_access_api_switch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
        };
    };
    anjie_access_api_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_look_up_members: {
        parameters: {
            query?: {
                q?: string;
                ids?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupOut"][];
                };
            };
        };
    };
    anjie_access_api_look_up_units: {
        parameters: {
            query?: {
                q?: string;
                ids?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupOut"][];
                };
            };
        };
    };
    anjie_access_api_look_up_clients: {
        parameters: {
            query?: {
                q?: string;
                ids?: number[];
                kind?: "client" | "institution";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_list_accounts: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                kind?: string;
                role?: number | null;
                active?: boolean | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPageOut"];
                };
            };
        };
    };
    anjie_access_api_admin_create_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordOut"];
                };
            };
        };
    };
    anjie_access_api_admin_one_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRowOut"];
                };
            };
        };
    };
    anjie_access_api_admin_edit_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRowOut"];
                };
            };
        };
    };
    anjie_access_api_admin_account_held: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordOut"];
                };
            };
        };
    };
    anjie_access_api_admin_disable_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledOut"];
                };
            };
        };
    };
    anjie_access_api_admin_enable_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_admin_give_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
        };
    };
    anjie_access_api_admin_edit_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                membership_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
        };
    };
    anjie_access_api_admin_list_deeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeedOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
                };
            };
        };
    };
    anjie_access_api_admin_delete_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_admin_edit_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                role_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"];
                };
            };
        };
    };
    anjie_access_api_admin_list_organisations: {
        parameters: {
            query?: {
                kind?: ("company" | "branch" | "department" | "team" | "client" | "institution") | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_create_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
                };
            };
        };
    };
    anjie_access_api_admin_delete_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_admin_edit_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
                };
            };
        };
    };
    anjie_access_api_admin_bindable_accounts: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindableAccountOut"][];
                };
            };
        };
    };
    anjie_access_api_admin_bind_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
                };
            };
        };
    };
    anjie_access_api_admin_unbind_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationOut"];
                };
            };
        };
    };
    anjie_access_api_admin_list_addresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressListsOut"];
                };
            };
        };
    };
    anjie_access_api_admin_put_addresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressListIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressListOut"];
                };
            };
        };
    };
    anjie_access_api_admin_remove_addresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_door_ways_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorsOut"];
                };
            };
        };
    };
    anjie_access_api_door_send_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
        };
    };
    anjie_access_api_door_sign_in_by_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MobileCodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_register_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_register_enterprise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterpriseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_own_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOut"];
                };
            };
        };
    };
    anjie_access_api_door_edit_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOut"];
                };
            };
        };
    };
    anjie_access_api_door_change_mobile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MobileCodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileOut"];
                };
            };
        };
    };
    anjie_access_api_door_sign_in_by_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TapIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_bind_by_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_bind_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TapIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_door_unbind_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_door_show_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanShownOut"];
                };
            };
        };
    };
    anjie_access_api_door_show_bind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanShownOut"];
                };
            };
        };
    };
    anjie_access_api_door_scan_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanStateOut"];
                };
            };
        };
    };
    anjie_access_api_door_enter_by_scan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    anjie_access_api_door_finish_bind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_door_look_at_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanOut"];
                };
            };
        };
    };
    anjie_access_api_door_answer_scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_access_api_door_offer_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TapIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_desk_api_case_case_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePageOut"];
                };
            };
        };
    };
    anjie_desk_api_case_timeline: {
        parameters: {
            query?: {
                kind?: string[];
                contact_point?: number | null;
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineOut"];
                };
            };
        };
    };
    anjie_desk_api_case_shared: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedDebtsOut"];
                };
            };
        };
    };
    anjie_desk_api_case_add_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPointIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPointOut"];
                };
            };
        };
    };
    anjie_desk_api_case_edit_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPointEditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPointOut"];
                };
            };
        };
    };
    anjie_desk_api_case_mark_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPointMarkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPointOut"];
                };
            };
        };
    };
    anjie_desk_api_case_reveal_contact_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                point_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedOut"];
                };
            };
        };
    };
    anjie_desk_api_case_reveal_party_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                party_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedOut"];
                };
            };
        };
    };
    anjie_desk_api_case_reveal_fact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedOut"];
                };
            };
        };
    };
    anjie_desk_api_case_edit_custom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomValueOut"][];
                };
            };
        };
    };
    anjie_desk_api_case_trail: {
        parameters: {
            query?: {
                actor?: string;
                name?: string;
                verb?: string;
                from?: string | null;
                to?: string | null;
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailOut"];
                };
            };
        };
    };
    anjie_desk_api_case_verify_trail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedOut"];
                };
            };
        };
    };
    anjie_desk_api_list_move_many: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveManyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedOut"];
                };
            };
        };
    };
    anjie_desk_api_list_move_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveOneIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRowOut"];
                };
            };
        };
    };
    anjie_desk_api_list_colour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColourIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedOut"];
                };
            };
        };
    };
    anjie_desk_api_list_tag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedOut"];
                };
            };
        };
    };
    anjie_desk_api_list_palette: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaletteIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOut"][];
                };
            };
        };
    };
    anjie_desk_api_list_look_up_number: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookUpOut"];
                };
            };
        };
    };
    anjie_desk_api_list_saved_views: {
        parameters: {
            query: {
                page: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
        };
    };
    anjie_desk_api_list_save_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
        };
    };
    anjie_desk_api_list_delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_desk_api_list_change_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
        };
    };
    anjie_desk_api_list_preference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceOut"];
                };
            };
        };
    };
    anjie_desk_api_list_keep_preference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferenceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceOut"];
                };
            };
        };
    };
    anjie_desk_api_list_pickers: {
        parameters: {
            query?: {
                line?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoicesOut"];
                };
            };
        };
    };
    anjie_services_files_api_begin_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_services_files_api_upload_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_services_files_api_append_piece: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_services_files_api_cancel_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
        };
    };
    anjie_services_files_api_finish_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    anjie_services_files_api_open_licence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_files_api_show_licence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOut"];
                };
            };
        };
    };
    anjie_services_files_api_about_licence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOut"] | null;
                };
            };
        };
    };
    anjie_services_files_api_about_licence_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOut"] | null;
                };
            };
        };
    };
    anjie_services_files_api_show_licence_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOut"];
                };
            };
        };
    };
    anjie_services_files_api_open_licence_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_files_api_files_of_case: {
        parameters: {
            query?: {
                kind?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesOut"];
                };
            };
        };
    };
    anjie_services_files_api_add_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Kind
                     * @default
                     */
                    kind?: string;
                    /**
                     * Note
                     * @default
                     */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    anjie_services_files_api_add_offline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfflineIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    anjie_services_files_api_link_to_all: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
        };
    };
    anjie_services_files_api_link_to_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkOut"];
                };
            };
        };
    };
    anjie_services_files_api_delete_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOut"];
                };
            };
        };
    };
    anjie_services_files_api_open_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_files_api_open_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_sheets_importing_api_kinds: {
        parameters: {
            query?: {
                client?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetKindOut"][];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_history: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                kind?: string;
                client?: number | null;
                state?: ("uploaded" | "reading" | "preview" | "committing" | "committed" | "refused" | "cancelled" | "undoing" | "undone" | "failed") | null;
                of?: ("client" | "institution") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /** Kind */
                    kind: string;
                    /** Client */
                    client: number;
                    /** Batch */
                    batch?: number | null;
                    /** Mapping */
                    mapping?: number | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_peek: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeekOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_remap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemapIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_commit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDetailOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_marked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_sheets_importing_api_form: {
        parameters: {
            query: {
                client: number;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_sheets_importing_api_mappings: {
        parameters: {
            query?: {
                kind?: string;
                client?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingOut"][];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_delete_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_change_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingOut"];
                };
            };
        };
    };
    anjie_services_sheets_importing_api_form_of_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mapping_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_office_api_announcements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementOut"][];
                };
            };
        };
    };
    anjie_office_api_publish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementOut"];
                };
            };
        };
    };
    anjie_office_api_published: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementOut"][];
                };
            };
        };
    };
    anjie_office_api_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_office_api_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_office_api_receipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptsOut"];
                };
            };
        };
    };
    anjie_office_api_attribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionOut"];
                };
            };
        };
    };
    anjie_office_api_id_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NumberIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdOut"];
                };
            };
        };
    };
    anjie_office_api_capitals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmountIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapitalsOut"];
                };
            };
        };
    };
    anjie_office_api_interest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterestIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestOut"];
                };
            };
        };
    };
    anjie_office_api_instalments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOut"];
                };
            };
        };
    };
    anjie_services_contact_api_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictOut"];
                };
            };
        };
    };
    anjie_services_contact_api_attempts: {
        parameters: {
            query: {
                case: number;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptsOut"];
                };
            };
        };
    };
    anjie_services_contact_api_packs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksOut"];
                };
            };
        };
    };
    anjie_services_contact_api_add_pack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackSavedOut"];
                };
            };
        };
    };
    anjie_services_contact_api_change_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackSavedOut"];
                };
            };
        };
    };
    anjie_services_contact_api_withdraw_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pack_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_contact_api_judge_again: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgainOut"];
                };
            };
        };
    };
    anjie_services_notices_api_own_notices: {
        parameters: {
            query?: {
                unread_only?: boolean;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesOut"];
                };
            };
        };
    };
    anjie_services_notices_api_deliveries: {
        parameters: {
            query?: {
                channel?: "wechat" | "sms" | "";
                state?: string;
                template?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesOut"];
                };
            };
        };
    };
    anjie_services_notices_api_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryOut"];
                };
            };
        };
    };
    anjie_services_notices_api_template_rows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplateOut"][];
                };
            };
        };
    };
    anjie_services_notices_api_name_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateIdsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTemplateOut"];
                };
            };
        };
    };
    anjie_services_notices_api_wanted_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedTemplateOut"][];
                };
            };
        };
    };
    anjie_services_notices_api_consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedCountOut"];
                };
            };
        };
    };
    anjie_services_notices_api_read_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadOut"];
                };
            };
        };
    };
    anjie_services_notices_api_read_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_cases: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                q?: string | null;
                client?: number[] | null;
                batch?: number[] | null;
                unit?: number[] | null;
                holder?: number[] | null;
                clerk?: number[] | null;
                unassigned?: boolean | null;
                state?: string[] | null;
                is_open?: boolean | null;
                category?: string[] | null;
                region?: string[] | null;
                colour?: string[] | null;
                tags?: string[] | null;
                amount_from?: number | string | null;
                amount_to?: number | string | null;
                settled_from?: number | string | null;
                settled_to?: number | string | null;
                balance_from?: number | string | null;
                balance_to?: number | string | null;
                opened_from?: string | null;
                opened_to?: string | null;
                assigned_from?: string | null;
                assigned_to?: string | null;
                closed_from?: string | null;
                closed_to?: string | null;
                term_from?: string | null;
                term_to?: string | null;
                last_worked_from?: string | null;
                last_worked_to?: string | null;
                never_worked?: boolean | null;
                idle_days?: number | null;
                next_work_from?: string | null;
                next_work_to?: string | null;
                custom?: string[] | null;
                serial_no?: string | null;
                contract_no?: string | null;
                card_kind?: string[] | null;
                placed_from?: string | null;
                placed_to?: string | null;
                overdue_from?: number | null;
                overdue_to?: number | null;
                retained?: boolean | null;
                promise?: string | null;
                rate_from?: number | string | null;
                rate_to?: number | string | null;
                held?: string | null;
                recalled?: boolean | null;
                no_batch?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacementListOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacementListOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_list_batches: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                client?: number[] | null;
                unit?: number[] | null;
                state?: string[] | null;
                kind?: string[] | null;
                region?: string | null;
                no?: string | null;
                received_from?: string | null;
                received_to?: string | null;
                term_from?: string | null;
                term_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchListOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_create_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_delete_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_change_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_move_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_contract_list_contracts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractOut"][];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_contract_change_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_contract_declare_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldOut"];
                };
            };
        };
    };
    anjie_lines_recovery_placement_api_contract_drop_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: number;
                field_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_list_records: {
        parameters: {
            query?: {
                case?: number | null;
                person?: number | null;
                membership?: number | null;
                unit?: number | null;
                unit_is?: number | null;
                /** @description without what no person entered */
                by_people?: boolean;
                client?: number | null;
                batch?: number | null;
                channel?: ("call" | "sms" | "letter" | "visit" | "robot" | "note") | null;
                origin?: ("system" | "elsewhere" | "sheet") | null;
                result?: number | null;
                meaning?: ("connected" | "third_party" | "not_connected" | "invalid" | "refused" | "note") | null;
                since?: string | null;
                until?: string | null;
                late?: boolean;
                warned?: boolean;
                promised?: boolean;
                q?: string;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_record_work: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_delete_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_lines_recovery_work_api_list_results: {
        parameters: {
            query?: {
                client?: number | null;
                everything?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultOut"][];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_add_result: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultSaved"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_change_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                result_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultSaved"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_list_promises: {
        parameters: {
            query?: {
                case?: number | null;
                membership?: number | null;
                unit?: number | null;
                unit_is?: number | null;
                /** @description without what no person entered */
                by_people?: boolean;
                holder?: number | null;
                client?: number | null;
                batch?: number | null;
                state?: ("open" | "kept" | "partly" | "broken" | "cancelled") | null;
                due_from?: string | null;
                due_until?: string | null;
                made_from?: string | null;
                made_until?: string | null;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisesOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_cancel_promise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promise_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_plans: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                committed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlansOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentPlanIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlanOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_plan_lines: {
        parameters: {
            query?: {
                collector?: number | null;
                page?: number;
                size?: number;
            };
            header?: never;
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentLinesOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCorrectionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlanOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_commit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPlanOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_collectors: {
        parameters: {
            query?: {
                unit?: number | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectorsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_history: {
        parameters: {
            query: {
                case: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRulesOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_make_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentRuleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRuleOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_delete_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_recovery_assignment_api_change_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentRuleChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRuleOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_list_payments: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                q?: string;
                client?: number[] | null;
                batch?: number[] | null;
                unit?: number[] | null;
                unit_is?: number[] | null;
                holder?: number[] | null;
                case?: number[] | null;
                import_id?: number[] | null;
                blank?: ("holder" | "unit" | "batch" | "rate" | "region")[] | null;
                placed_from?: string | null;
                placed_to?: string | null;
                region?: string[] | null;
                region_is?: string[] | null;
                source?: string[] | null;
                rate?: number | string | null;
                paid_from?: string | null;
                paid_to?: string | null;
                amount_from?: number | string | null;
                amount_to?: number | string | null;
                reversed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_enter_repayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepaymentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_search_payments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReversedOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_list_claims: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                state?: string[] | null;
                client?: number[] | null;
                batch?: number[] | null;
                asked_by?: number[] | null;
                case?: number[] | null;
                paid_from?: string | null;
                paid_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_answer_many: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAnswersIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsAnsweredOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_list_reconciliations: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                client?: number[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_reconcile_rows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_reconcile_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Client */
                    client: number;
                    /**
                     * From On
                     * Format: date
                     */
                    from_on: string;
                    /**
                     * To On
                     * Format: date
                     */
                    to_on: string;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_reconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reconciliation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_reconciliation_lines: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                cause?: ("matched" | "missing_here" | "missing_there" | "amount" | "day" | "duplicate_there" | "duplicate_here" | "unknown_case" | "outside_period" | "reversed")[] | null;
                differences_only?: boolean;
            };
            header?: never;
            path: {
                reconciliation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationLinesOut"];
                };
            };
        };
    };
    anjie_lines_recovery_payment_api_close_reconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reconciliation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_due: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                within?: number;
                after?: number | null;
                overdue?: boolean | null;
                state?: string[] | null;
                client?: number[] | null;
                batch?: number[] | null;
                unit?: number[] | null;
                holder?: number[] | null;
                clerk?: number[] | null;
                retention_asked?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuesOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_return_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnCasesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnedNowOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_returned: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                client?: number[] | null;
                batch?: number[] | null;
                case?: number[] | null;
                returned_from?: string | null;
                returned_to?: string | null;
                outcome?: ("returned" | "recalled" | "settled")[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnSheetOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_retain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetainCasesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetainedOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_retentions: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                state?: string[] | null;
                client?: number[] | null;
                batch?: number[] | null;
                case?: number[] | null;
                asked_by?: number[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionAskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionDecideIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionsDecidedOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retention_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
        };
    };
    anjie_lines_recovery_term_api_pauses: {
        parameters: {
            query: {
                case: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermPauseOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_list_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_list_institutions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_form_for: {
        parameters: {
            query: {
                role: string;
                kind: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_list_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_draft_form: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_publish_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_my_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseRowOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_my_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_fill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToldIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RespondentAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_cases: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                sort?: string;
                q?: string | null;
                client?: number[] | null;
                batch?: number[] | null;
                unit?: number[] | null;
                holder?: number[] | null;
                clerk?: number[] | null;
                unassigned?: boolean | null;
                state?: string[] | null;
                is_open?: boolean | null;
                category?: string[] | null;
                region?: string[] | null;
                colour?: string[] | null;
                tags?: string[] | null;
                amount_from?: number | string | null;
                amount_to?: number | string | null;
                settled_from?: number | string | null;
                settled_to?: number | string | null;
                balance_from?: number | string | null;
                balance_to?: number | string | null;
                opened_from?: string | null;
                opened_to?: string | null;
                assigned_from?: string | null;
                assigned_to?: string | null;
                closed_from?: string | null;
                closed_to?: string | null;
                term_from?: string | null;
                term_to?: string | null;
                last_worked_from?: string | null;
                last_worked_to?: string | null;
                never_worked?: boolean | null;
                idle_days?: number | null;
                next_work_from?: string | null;
                next_work_to?: string | null;
                custom?: string[] | null;
                kind?: string[] | null;
                role?: string[] | null;
                source?: string[] | null;
                outcome?: string[] | null;
                mediator?: number[] | null;
                asked_of?: number[] | null;
                appointed?: string | null;
                applicant_account?: number[] | null;
                respondent_account?: number[] | null;
                submitted_from?: string | null;
                submitted_to?: string | null;
                accepted_from?: string | null;
                accepted_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeListOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeListOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_to_amend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToAmendOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_amend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToldIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_own_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_upload_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_append_piece: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_finish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceFinishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_lines_mediation_application_api_evidence_take_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_parties_api_add_party: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAddIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_parties_api_party_leaves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                party_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyLeaveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_parties_api_party_leaves_mediation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                party_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyLeaveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_take_down: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeDownIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_permit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallPermitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPermitOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_stop_robot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                party_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_read_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                call_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotConversationOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_consent_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPoliciesOut"];
                };
            };
        };
    };
    anjie_lines_mediation_consent_api_set_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institution_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentPolicyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPolicyOut"];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_list_mediators: {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
                state?: string;
                case_id?: number | null;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryOut"];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_create_mediator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediatorIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediatorMadeOut"];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_change_mediator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediator_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediatorFactsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_appointments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_mediators_api_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_list_records: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationRecordsOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_add_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediationRecordIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationRecordOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_correct_facts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactsCorrectIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSessionsOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_enter_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                booking_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingLinkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_make_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                booking_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_open_recording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                recording_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingLinkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_list_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationOffersOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_take_down_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediationOfferIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationOfferOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_disclose_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                offer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscloseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationOfferOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_withdraw_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                offer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationOfferOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_show_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_ask_extension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_stop_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockStopIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_let_clock_go_on: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_offline_catalogue: {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueOut"];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_mine_my_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySessionOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_mine_my_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownOfferOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_session_api_mine_answer_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                offer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownOfferOut"][];
                };
            };
        };
    };
    mediator_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkRoomOut"][];
                };
            };
        };
    };
    mediator_messages: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessagesOut"];
                };
            };
        };
    };
    mediator_say: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomMessageIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessageOut"];
                };
            };
        };
    };
    mediator_say_with_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Text
                     * @default
                     */
                    text?: string;
                    /** Audience */
                    audience: string;
                    /**
                     * Key
                     * @description the sender's own: sent again it is one
                     */
                    key: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessageOut"];
                };
            };
        };
    };
    mediator_message_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    mediator_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomSeenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    party_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkRoomOut"][];
                };
            };
        };
    };
    party_messages: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessagesOut"];
                };
            };
        };
    };
    party_say: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomMessageIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessageOut"];
                };
            };
        };
    };
    party_say_with_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /**
                     * Text
                     * @default
                     */
                    text?: string;
                    /** Audience */
                    audience: string;
                    /**
                     * Key
                     * @description the sender's own: sent again it is one
                     */
                    key: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMessageOut"];
                };
            };
        };
    };
    party_message_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
                message_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    party_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                room: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomSeenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_list_typical_cases: {
        parameters: {
            query?: {
                q?: string;
                kind?: string;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypicalCasePageOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_add_typical_case: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypicalCaseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypicalCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_typical_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypicalCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_remove_typical_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_change_typical_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pk: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypicalCaseChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TypicalCaseOut"];
                };
            };
        };
    };
    anjie_lines_mediation_library_api_alike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlikeOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOnAgreementOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingNoteIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_send_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EffectiveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_file_with_court: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourtFilingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_court_bundle_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourtBundleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleLinkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_court_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_lines_mediation_closing_api_my_papers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPaperOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_closing_api_my_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_lines_mediation_archive_api_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePageOut"];
                };
            };
        };
    };
    anjie_lines_mediation_archive_api_bundle_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveLinkOut"];
                };
            };
        };
    };
    anjie_lines_mediation_archive_api_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_lines_mediation_ratings_api_own_ratings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRatingsOut"];
                };
            };
        };
    };
    anjie_lines_mediation_ratings_api_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRatingsOut"];
                };
            };
        };
    };
    anjie_lines_mediation_ratings_api_of_mediator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediatorRatingsOut"];
                };
            };
        };
    };
    anjie_lines_mediation_ratings_api_list_ratings: {
        parameters: {
            query?: {
                mediator_id?: number | null;
                stars?: number | null;
                appointed_from?: string | null;
                appointed_to?: string | null;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingPageOut"];
                };
            };
        };
    };
    anjie_lines_mediation_ranking_api_ranking: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingOut"];
                };
            };
        };
    };
    anjie_lines_mediation_ranking_api_weights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatedWeightsOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_ranking_api_set_weights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedWeightsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatedWeightsOut"][];
                };
            };
        };
    };
    anjie_lines_mediation_ranking_api_withdraw_weights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                weights_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_list_complaints: {
        parameters: {
            query?: {
                q?: string;
                case?: number[] | null;
                client?: number[] | null;
                against?: number[] | null;
                /** @description about no person in particular */
                nobody?: boolean | null;
                severity?: ("minor" | "general" | "major")[] | null;
                state?: ("open" | "closed")[] | null;
                channel?: ("phone" | "visit" | "letter" | "online" | "client" | "regulator" | "court")[] | null;
                received_from?: string | null;
                received_to?: string | null;
                late?: boolean | null;
                page?: number;
                size?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_record_complaint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_one_complaint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_add_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_finish_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDoneIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetailOut"];
                };
            };
        };
    };
    anjie_lines_recovery_quality_api_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                complaint_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComplaintCloseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetailOut"];
                };
            };
        };
    };
    anjie_services_terms_api_calendar_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearOut"];
                };
            };
        };
    };
    anjie_services_terms_api_set_calendar_days: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDaysIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChangedOut"];
                };
            };
        };
    };
    anjie_services_terms_api_clear_calendar_days: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarClearIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChangedOut"];
                };
            };
        };
    };
    anjie_services_terms_api_working_day_after: {
        parameters: {
            query: {
                day: string;
                days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingDayOut"];
                };
            };
        };
    };
    anjie_services_terms_api_working_days_between: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingDaysOut"];
                };
            };
        };
    };
    anjie_services_terms_api_list_pause_reasons: {
        parameters: {
            query?: {
                line?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseReasonOut"][];
                };
            };
        };
    };
    anjie_services_terms_api_add_pause_reason: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseReasonOut"];
                };
            };
        };
    };
    anjie_services_terms_api_change_pause_reason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reason_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseReasonChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseReasonOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_list_late: {
        parameters: {
            query?: {
                kind?: "first_call" | "visit" | "entry" | "instruction";
                holder?: number | null;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_own_queue: {
        parameters: {
            query?: {
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_see_team: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_see_behind: {
        parameters: {
            query?: {
                membership?: number | null;
                since?: string | null;
                until?: string | null;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                figure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BehindOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_list_materials: {
        parameters: {
            query?: {
                case?: number | null;
                state?: ("asked" | "answered" | "declined" | "withdrawn") | null;
                asked_by?: number | null;
                asked_of?: number | null;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_ask_material: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_answer_material: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_decline_material: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_withdraw_material: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_list_instructions: {
        parameters: {
            query?: {
                case?: number | null;
                state?: ("owed" | "answered") | null;
                to?: number | null;
                by?: number | null;
                offset?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionsOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_instruct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_answer_instruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instruction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructionOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_helpers: {
        parameters: {
            query: {
                case: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointHelperOut"][];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_ask_for_help: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointHelperOut"];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_colleagues: {
        parameters: {
            query: {
                case: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueOut"][];
                };
            };
        };
    };
    anjie_lines_recovery_work_api_team_end_help: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holding_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JointEndIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointHelperOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_exporters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExporterOut"][];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_own_exports: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                kind?: string;
                state?: ("asked" | "approval" | "running" | "ready" | "failed" | "cancelled" | "expired" | "refused") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPageOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_approvals: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPageOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_sheets_exporting_api_column_sets: {
        parameters: {
            query: {
                kind: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnSetOut"][];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_save_columns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ColumnSetIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnSetOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_delete_columns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_list_layouts: {
        parameters: {
            query?: {
                kind?: string;
                versions?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutOut"][];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_save_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /** Kind */
                    kind: string;
                    /** Client */
                    client: number;
                    /** Name */
                    name: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutOut"];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_layout_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutKindOut"][];
                };
            };
        };
    };
    anjie_services_sheets_exporting_api_download_layout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                layout_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_sheets_exporting_api_retire_layout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                layout_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    anjie_insight_api_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeOut"];
                };
            };
        };
    };
    anjie_insight_api_recovered: {
        parameters: {
            query: {
                by: "day" | "month" | "year" | "batch" | "rate" | "client" | "unit" | "collector" | "region";
                from_on: string;
                to_on: string;
                client?: number | null;
                batch?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveredOut"];
                };
            };
        };
    };
    anjie_insight_api_batches: {
        parameters: {
            query?: {
                client?: number | null;
                placed_from?: string | null;
                placed_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReportOut"];
                };
            };
        };
    };
    anjie_insight_api_collectors: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
                unit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectorReportOut"];
                };
            };
        };
    };
    anjie_insight_api_vintage: {
        parameters: {
            query: {
                placed_from: string;
                placed_to: string;
                by?: "month" | "batch";
                client?: number | null;
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VintageOut"];
                };
            };
        };
    };
    anjie_insight_api_performance: {
        parameters: {
            query: {
                by: "person" | "team" | "branch" | "company";
                from_on: string;
                to_on: string;
                client?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PerformanceOut"];
                };
            };
        };
    };
    anjie_insight_api_weekly: {
        parameters: {
            query: {
                day: string;
                client?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeeklyOut"];
                };
            };
        };
    };
    anjie_insight_api_complaints: {
        parameters: {
            query: {
                by: "month" | "client" | "person" | "severity";
                from_on: string;
                to_on: string;
                client?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintReportOut"];
                };
            };
        };
    };
    anjie_insight_api_mediation: {
        parameters: {
            query: {
                by: "month" | "kind" | "institution" | "source";
                from_on: string;
                to_on: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediationReportOut"];
                };
            };
        };
    };
    anjie_linkage_api_links_of_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLinksOut"];
                };
            };
        };
    };
    anjie_linkage_api_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPlacesOut"];
                };
            };
        };
    };
    anjie_linkage_api_choices_to_send: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkChoicesOut"];
                };
            };
        };
    };
    anjie_linkage_api_send_to_mediation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendToMediationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLinksOut"];
                };
            };
        };
    };
    anjie_linkage_api_sent_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentBackOut"];
                };
            };
        };
    };
    anjie_linkage_api_amend_sent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendSentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLinksOut"];
                };
            };
        };
    };
    anjie_linkage_api_take_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLinksOut"];
                };
            };
        };
    };
    anjie_linkage_api_send_many: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendManyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingOut"];
                };
            };
        };
    };
    anjie_linkage_api_sending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sending_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingOut"];
                };
            };
        };
    };
    config_backup_api_list_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsOut"];
                };
            };
        };
    };
    config_backup_api_ask_for_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OkOut"];
                };
            };
        };
    };
    config_api_system_doctor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingOut"][];
                };
            };
        };
    };
    anjie_services_approvals_api_approvals: {
        parameters: {
            query?: {
                state?: string[] | null;
                kind?: string[] | null;
                case?: number[] | null;
                mine?: boolean;
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsOut"];
                };
            };
        };
    };
    anjie_services_approvals_api_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecideIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
        };
    };
    anjie_services_approvals_api_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_list_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"][];
                };
            };
        };
    };
    anjie_services_bookings_api_add_room: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_change_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_close_days: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                room_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosureIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_reopen_days: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                closure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_day_grid: {
        parameters: {
            query: {
                day: string;
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayGridOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_free_rooms: {
        parameters: {
            query: {
                from_at: string;
                to_at: string;
                seats?: number;
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomRowOut"][];
                };
            };
        };
    };
    anjie_services_bookings_api_book: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                booking_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBookingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingOut"];
                };
            };
        };
    };
    anjie_services_bookings_api_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                booking_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBookingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingOut"];
                };
            };
        };
    };
    anjie_services_papers_api_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperLineOut"][];
                };
            };
        };
    };
    anjie_services_papers_api_facts: {
        parameters: {
            query: {
                line: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperFactOut"][];
                };
            };
        };
    };
    anjie_services_papers_api_list_templates: {
        parameters: {
            query?: {
                line?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"][];
                };
            };
        };
    };
    anjie_services_papers_api_add_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /** Line */
                    line: string;
                    /** Name */
                    name: string;
                    /** Kind */
                    kind: string;
                    /**
                     * Outcomes
                     * @default []
                     */
                    outcomes?: string[];
                    /**
                     * Is Signed
                     * @default false
                     */
                    is_signed?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
        };
    };
    anjie_services_papers_api_check_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                    /** Line */
                    line: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateCheckOut"];
                };
            };
        };
    };
    anjie_services_papers_api_renew_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
        };
    };
    anjie_services_papers_api_change_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateOut"];
                };
            };
        };
    };
    anjie_services_papers_api_version_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_papers_api_preview_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version_id: number;
                case_id: number;
                as_what: "docx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_papers_api_papers_of_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PapersOut"];
                };
            };
        };
    };
    anjie_services_papers_api_produce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProduceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PapersOut"];
                };
            };
        };
    };
    anjie_services_papers_api_remake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
        };
    };
    anjie_services_papers_api_finalise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
        };
    };
    anjie_services_papers_api_signed_on_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedOnPaperIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOut"];
                };
            };
        };
    };
    anjie_services_papers_api_open_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPaperIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenPaperOut"];
                };
            };
        };
    };
    anjie_services_papers_api_paper_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_people_api_list_persons: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                active?: boolean | null;
                origin?: string;
                wechat?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonUsersOut"];
                };
            };
        };
    };
    anjie_services_people_api_list_enterprises: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                active?: boolean | null;
                state?: ("waiting" | "passed" | "returned" | "bound") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseUsersOut"];
                };
            };
        };
    };
    anjie_services_people_api_one_enterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseOut"];
                };
            };
        };
    };
    anjie_services_people_api_open_enterprise_licence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_people_api_verify_enterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseOut"];
                };
            };
        };
    };
    anjie_services_people_api_open_licence_on_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: number;
                party_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_people_api_own_standing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStandingOut"] | null;
                };
            };
        };
    };
    anjie_services_people_api_verification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationPolicyOut"];
                };
            };
        };
    };
    anjie_services_people_api_set_verification_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationPolicyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationPolicyOut"];
                };
            };
        };
    };
    anjie_services_signing_api_offers_of_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersOut"];
                };
            };
        };
    };
    anjie_services_signing_api_offer_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedOut"];
                };
            };
        };
    };
    anjie_services_signing_api_stop_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                offer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopOfferIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferOut"];
                };
            };
        };
    };
    anjie_services_signing_api_renew_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningLinkOut"];
                };
            };
        };
    };
    anjie_services_signing_api_send_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferOut"];
                };
            };
        };
    };
    anjie_services_signing_api_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignerCandidateOut"][];
                };
            };
        };
    };
    anjie_services_signing_api_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSigningOut"][];
                };
            };
        };
    };
    anjie_services_signing_api_own_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningLinkOut"];
                };
            };
        };
    };
    anjie_services_signing_api_open_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BehindLinkOut"];
                };
            };
        };
    };
    anjie_services_signing_api_send_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningCodeOut"];
                };
            };
        };
    };
    anjie_services_signing_api_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedOut"];
                };
            };
        };
    };
    anjie_services_signing_api_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SigningPageIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anjie_services_signing_api_sign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
        };
    };
}
