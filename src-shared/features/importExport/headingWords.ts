// What offices and programs call their columns, by target. Words are compared without case, spaces and signs.
// `?name`, `?title`, `?parent` mean different things beside different columns; guessMapping decides.

export const headingWords: Record<string, string> = {
  'customers.name':
    '客户名称 客户名 客户 客户全称 客户单位 公司 公司名称 公司名 公司全称 单位 单位名称 企业 企业名称 企业全称 商户名称 店铺名称 门店名称 供应商名称 机构名称 学校 工作单位 所属客户 所属公司 顾客名称 company company_name customer customer_name account account_name client client_name organization organisation organization_name organisation_name organization_1_name org business_name employer firm vendor',
  'customers.shortName': '简称 客户简称 公司简称 助记名 short_name alias',
  'customers.type':
    '客户类型 客户类别 客户状态 客户性质 类型 客户分类 合作状态 成交状态 状态 阶段 客户阶段 生命周期 customer_type customer_status lifecycle_stage type status stage',
  'customers.level':
    '客户级别 客户等级 级别 等级 重要程度 重要性 价值等级 客户星级 星级 优先级 分级 level rating grade priority importance tier',
  'customers.source':
    '客户来源 来源 信息来源 来源渠道 获客渠道 渠道 渠道来源 线索来源 source lead_source customer_source channel origin',
  'customers.sourceNote': '来源说明 来源备注 介绍人 推荐人 source_note referred_by referrer',
  'customers.industry':
    '行业 所属行业 所在行业 行业类别 行业分类 客户行业 主营 主营业务 industry sector business_type line_of_business',
  'customers.ownerId':
    '负责人 业务员 业务 业务人员 sales 客户经理 销售 销售员 销售人员 销售代表 销售经理 跟单员 跟单 所有者 归属人 归属 客户归属 所属业务员 所属销售 归属销售 拥有者 维护人 责任人 对接人 我方负责人 我方联系人 owner owner_name account_owner account_manager customer_owner sales_rep salesperson sales_person sales_agent assigned_to rep',
  'customers.tags': '标签 客户标签 分组 标记 群组 tags tag labels categories category groups group_membership',
  'customers.phone':
    '公司电话 单位电话 企业电话 总机 前台电话 公司座机 固定电话 固话 座机 座机电话 座机号码 座机号 办公电话 400电话 客户电话 company_phone company_main_phone main_phone office_phone landline switchboard organization_phone',
  'customers.mail': '公司邮箱 企业邮箱 单位邮箱 公司邮件 公司电子邮箱 company_email company_mail office_email',
  'customers.website':
    '网址 网站 公司网址 公司网站 官网 主页 公司主页 官方网站 website web url web_page webpage homepage website_url web_site website_1_value company_website domain',
  'customers.region':
    '地区 区域 所在地区 省市区 省市 所在地 所属地区 所在省市 地域 籍属地区 行政区划 城市区域 region area territory',
  'customers.country':
    '国家 国别 country country_region country_code business_country business_country_region work_country billing_country mailing_country office_location',
  'customers.province':
    '省 省份 所在省 所在省份 省市自治区 state province state_province business_state work_state billing_state mailing_state',
  'customers.city': '市 城市 所在市 所在城市 地市 city town business_city work_city billing_city mailing_city',
  'customers.district': '区 县 区县 县区 所在区县 district county',
  'customers.address':
    '地址 公司地址 单位地址 详细地址 通讯地址 联系地址 办公地址 经营地址 企业地址 收货地址 邮寄地址 客户地址 注册地址 商务地址 商务地址街道 街道 完整地址 address street street_address address_1 address_2 address1 address2 address_line_1 address_line_2 business_address business_street business_street_2 business_street_3 work_address work_address_2 company_address billing_address billing_street mailing_address mailing_street postal_address address_1_formatted full_address location',
  'customers.postcode':
    '邮编 邮政编码 邮政编号 postcode postal_code zip zip_code zipcode business_postal_code work_zipcode billing_zip mailing_zip address_1_postal_code',
  'customers.preferredChannel': '联系方式偏好 偏好联系方式 沟通方式 preferred_channel preferred_contact_method',
  'customers.preferredTime': '联系时间偏好 方便联系时间 preferred_time best_time_to_call',
  'customers.specialPreference': '特殊偏好 偏好 喜好 注意事项 special_preference preferences',
  'customers.paymentMethod': '付款方式 支付方式 结算方式 结款方式 payment_method',
  'customers.paymentHabit': '付款习惯 账期 结算周期 付款条件 付款期限 payment_habit payment_terms terms',
  'customers.invoiceTitle': '开票抬头 发票抬头 抬头 开票名称 开票单位 invoice_title billing_name',
  'customers.taxNumber':
    '税号 纳税人识别号 纳税识别号 统一社会信用代码 社会信用代码 信用代码 纳税号 统一信用代码 工商注册号 tax_number tax_id vat vat_number vat_id tax_no uscc',
  'customers.bankName': '开户行 开户银行 银行 开户行名称 bank bank_name',
  'customers.bankAccount': '银行账号 账号 银行帐号 帐号 开户账号 开户行账号 银行卡号 bank_account account_no iban',
  'customers.invoiceAddress': '开票地址 注册地址开票 发票地址 invoice_address',
  'customers.invoicePhone': '开票电话 发票电话 invoice_phone',
  'customers.headcount':
    '人数 员工人数 员工数 公司人数 企业规模 公司规模 规模 人员规模 headcount employees number_of_employees no_of_employees employee_count company_size size',
  'customers.annualRevenue':
    '年营业额 营业额 年销售额 年产值 年收入 annual_revenue revenue turnover annualrevenue annual_sales',
  'customers.foundedOn':
    '成立日期 成立时间 注册日期 注册时间 成立年份 founded founded_on year_established established year_founded',
  'customers.note':
    '备注 客户备注 说明 备注信息 其他说明 描述 客户描述 简介 公司简介 note notes remark remarks comment comments description memo background about',
  'customers.pastAmount':
    '历史成交额 累计成交 累计金额 成交金额 历史金额 累计成交金额 累计销售额 合同总额 交易总额 past_amount total_amount total_sales total_spent total_revenue',
  'customers.potentialAmount':
    '潜在年采购额 年采购额 年采购潜力 采购潜力 年潜力 预计年采购额 年需求额 potential_amount annual_potential potential_a_year',
  'customers.createdAt':
    '建档日期 建档时间 创建时间 创建日期 录入时间 录入日期 登记日期 登记时间 建立时间 添加时间 首次录入 入库时间 新增日期 created created_at created_date created_on create_time creation_date date_created date_added added_on first_seen',
  'contacts.name':
    '联系人 联系人姓名 姓名 联系人名称 联络人 联系人1 主要联系人 首要联系人 人员姓名 名字 对方联系人 客户联系人 聯絡人 聯繫人 负责人姓名 法人 contact contact_name contact_person full_name person person_name display_name primary_contact customer_contact attn',
  'contacts.familyName': '姓 姓氏 last_name family_name surname lastname last',
  'contacts.givenName': '名 first_name given_name forename firstname first',
  'contacts.post':
    '职务 职位 职称 岗位 联系人职务 联系人职位 头衔 job_title position post role jobtitle contact_title organization_title organization_1_title occupation',
  'contacts.department':
    '部门 所属部门 所在部门 科室 联系人部门 department dept division organization_department organization_1_department',
  'contacts.decisionRole': '决策角色 决策人 角色 decision_role buying_role',
  'contacts.isPrimary': '是否主要联系人 主联系人 是否首要联系人 is_primary',
  'contacts.isActive': '在职 是否在职 在职状态 active_contact employed',
  'contacts.phone':
    '手机 手机号 手机号码 移动电话 移动手机 联系手机 联系人手机 联系人手机号 联系人手机号码 联系人电话 联系人联系电话 联系人联系方式 手机电话 手机1 手機 本人电话 个人电话 联系人1电话 mobile mobile_phone mobile_number cell cell_phone cellphone cellular contact_phone contact_mobile direct_phone business_phone work_phone phone_work phone_1_value phone_2_value phone_3_value primary_phone',
  'contacts.otherPhones':
    '其他电话 备用电话 其他手机 备用手机 第二电话 other_phone other_phones phone_other secondary_phone alternate_phone phone_home home_phone home_phone_2 assistants_phone car_phone pager pager_number callback radio_phone telex isdn',
  'contacts.mail':
    '联系人邮箱 个人邮箱 联系人邮件 email_work email_home email_other primary_email secondary_email e_mail_1_value e_mail_2_value e_mail_3_value e_mail_address e_mail_2_address e_mail_3_address email_2_address work_email personal_email contact_email',
  'contacts.otherMails': '其他邮箱 备用邮箱 other_mails other_emails secondary_emails',
  'contacts.wechat': '联系人微信 个人微信 联系人微信号 contact_wechat',
  'contacts.qq': '联系人qq',
  'contacts.address':
    '家庭住址 家庭地址 住址 home_address home_address_2 home_street home_street_2 home_city home_state home_zipcode home_zip home_postal_code home_country home_country_region 个人地址 other_street',
  'contacts.gender': '性别 联系人性别 称谓 gender sex',
  'contacts.birthday': '生日 出生日期 联系人生日 出生年月 生日日期 birthday birth_date date_of_birth dob birthdate',
  'contacts.birthdayCalendar': '历法 生日类型 农历阳历 生日历法 birthday_calendar',
  'contacts.birthdayLeapMonth': '闰月 leap_month',
  'contacts.hometown': '籍贯 家乡 老家 hometown',
  'contacts.interests': '爱好 兴趣爱好 兴趣 个人爱好 interests hobby hobbies',
  'contacts.family': '家庭 家庭情况 家庭成员 配偶 子女 family spouse children',
  'contacts.note': '联系人备注 contact_note contact_notes',
  'followUps.content':
    '跟进记录 跟进内容 跟进情况 沟通记录 沟通内容 联系记录 联系内容 最近跟进 最新跟进 最新进展 进展 拜访记录 拜访内容 往来记录 洽谈内容 洽谈记录 最近联系内容 最近联系情况 联系情况 来往情况 最后跟进记录 跟进 跟踪记录 跟踪情况 follow_up follow_ups follow_up_notes last_activity activity last_note call_notes',
  'followUps.followedAt':
    '上次联系时间 上次联系 上次联系日期 最后联系时间 最后联系日期 最近联系时间 最近联系日期 最近联系 最后跟进时间 最近跟进时间 最后跟进日期 最近跟进日期 跟进时间 跟进日期 拜访日期 拜访时间 联系日期 联系时间 沟通时间 沟通日期 上次拜访 last_contact last_contacted last_contact_date last_contacted_at last_seen last_activity_date last_follow_up followed_at',
  'followUps.way': '跟进方式 联系方式类型 沟通方式类型 上次方式 拜访方式 way contact_method activity_type',
  'followUps.result': '跟进结果 沟通结果 拜访结果 result outcome',
  'followUps.nextAt':
    '下次联系时间 下次联系 下次联系日期 下次跟进时间 下次跟进日期 下次跟进 下次拜访 下次拜访时间 计划联系时间 提醒时间 下次沟通时间 next_contact next_contact_date next_follow_up next_follow_up_date next_activity_date next_call follow_up_date',
  'followUps.nextStep': '下一步 下一步计划 下步计划 下次计划 后续计划 下步工作 next_step next_steps next_action',
  'followUps.personId': '跟进人 跟进人员 拜访人 联系人员 followed_by',
  'reach.phone':
    '电话 联系电话 电话号码 联系方式 联系号码 电话1 联系电话1 电话/手机 手机/电话 手机电话号码 电话手机 联系电话手机 電話 聯絡電話 tel telephone phone phone_number phones telephone_number contact_number contact_numbers tel_no contact_no phone_no',
  'reach.mail':
    '邮箱 电子邮箱 邮件 电子邮件 邮箱地址 电子邮件地址 mail e-mail email email_address emails e_mail mail_address',
  'reach.wechat': '微信 微信号 wechat weixin wechat_id',
  'reach.qq': 'qq qq号 qq号码',
  'row.skip': '序号 行号 no # 选择 原因 reason',
  'row.note':
    '传真 传真号码 fax fax_number business_fax home_fax other_fax id nickname nick_name 昵称 middle_name additional_name suffix name_suffix name_prefix linkedin linkedin_url facebook twitter skype',
  '?name': 'name 名称 fullname',
  '?title': 'title',
  '?product': 'sku 产品 产品名称 商品 规格 型号 单价 price quantity 数量 库存 stock unit_price product product_name',
}
